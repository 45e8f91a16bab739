package org.codegraft.sample.common;

/**
 * Root of the checked exceptions. A caller can usually do something sensible about these:
 * order more stock, pick another account, correct a query.
 */
public abstract class StockroomException extends Exception {

    private static final long serialVersionUID = 1L;

    protected StockroomException(String message) {
        super(message);
    }

    protected StockroomException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A short, stable, machine-readable code for the kind of failure. */
    public abstract String code();

    /** The code and the message together, as shown to a user. */
    public String describe() {
        return "[" + code() + "] " + getMessage();
    }
}
