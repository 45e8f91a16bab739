package org.codegraft.sample.schedule;

import org.codegraft.sample.common.StockroomException;

/** A job could not do its work. */
public class JobFailedException extends StockroomException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    public JobFailedException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
        this.retryable = false;
    }

    /** Whether it makes sense to try again. */
    public boolean isRetryable() {
        return retryable;
    }

    @Override
    public String code() {
        return retryable ? "JOB_FAILED_RETRY" : "JOB_FAILED";
    }
}
