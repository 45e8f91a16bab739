package org.codegraft.sample.schedule;

import java.util.EnumSet;
import java.util.Set;

/** The life of a job. */
public enum JobState {

    WAITING {
        @Override
        public Set<JobState> successors() {
            return EnumSet.of(RUNNING, CANCELLED, DONE);
        }
    },
    RUNNING {
        @Override
        public Set<JobState> successors() {
            return EnumSet.of(WAITING, DONE, FAILED);
        }
    },
    DONE,
    FAILED {
        @Override
        public Set<JobState> successors() {
            return EnumSet.of(WAITING);
        }
    },
    CANCELLED;

    /** The states that may come next. */
    public Set<JobState> successors() {
        return EnumSet.noneOf(JobState.class);
    }

    public boolean isFinal() {
        return successors().isEmpty();
    }

    JobState to(JobState next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException(this + " cannot become " + next);
        }
        return next;
    }
}
