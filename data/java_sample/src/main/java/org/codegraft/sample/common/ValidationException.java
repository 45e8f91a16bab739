package org.codegraft.sample.common;

/** A value breaks a rule that the calling code should have kept. */
public class ValidationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    public ValidationException(String subject, String message) {
        super(subject + " " + message);
        this.subject = subject;
    }

    /** The name of the offending value. */
    public String subject() {
        return subject;
    }
}
