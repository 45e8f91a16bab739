package org.codegraft.sample.schedule;

import java.time.Instant;

/** A piece of work. */
@FunctionalInterface
public interface Job {

    void run(Instant dueAt) throws JobFailedException;

    /** How often a run that failed may be tried again. */
    default int retries() {
        return 0;
    }

    /** This job and then another one. */
    default Job then(Job next) {
        Job first = this;
        return new Job() {
            @Override
            public void run(Instant dueAt) throws JobFailedException {
                first.run(dueAt);
                next.run(dueAt);
            }

            @Override
            public int retries() {
                return Math.min(first.retries(), next.retries());
            }
        };
    }

    static Job of(Runnable action) {
        return dueAt -> action.run();
    }
}
