package org.codegraft.sample.schedule;

import java.time.Instant;
import org.codegraft.sample.event.Event;

/**
 * A job has run.
 *
 * @param at when it was due
 * @param job the name under which it was scheduled
 * @param state what became of it
 * @param detail more about a failure, or an empty text
 */
public record JobEvent(Instant at, String job, JobState state, String detail) implements Event {

    public JobEvent(Instant at, String job, JobState state) {
        this(at, job, state, "");
    }

    @Override
    public Severity severity() {
        return state == JobState.FAILED ? Severity.ALARM : Severity.INFO;
    }

    @Override
    public String summary() {
        return "job " + job + " is " + state + (detail.isEmpty() ? "" : ": " + detail);
    }
}
