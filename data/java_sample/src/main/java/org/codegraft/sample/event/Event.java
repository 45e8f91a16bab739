package org.codegraft.sample.event;

import java.time.Instant;

/** Something that has happened. */
public interface Event {

    Instant at();

    /** A line for people to read. */
    String summary();

    default Severity severity() {
        return Severity.INFO;
    }

    default boolean isBefore(Event other) {
        return at().isBefore(other.at());
    }

    /** How much attention an event deserves. */
    enum Severity {
        INFO,
        WARNING,
        ALARM;

        boolean atLeast(Severity other) {
            return compareTo(other) >= 0;
        }
    }
}
