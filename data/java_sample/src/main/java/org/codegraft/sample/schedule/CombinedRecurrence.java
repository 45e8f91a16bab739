package org.codegraft.sample.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.codegraft.sample.common.Checks;

/** The union of several recurrences, cut off at an end. */
public non-sealed class CombinedRecurrence implements Recurrence {

    private final List<Recurrence> parts;
    private final Instant end;

    public CombinedRecurrence(List<Recurrence> parts) {
        this(parts, Instant.MAX);
    }

    public CombinedRecurrence(List<Recurrence> parts, Instant end) {
        this.parts = List.copyOf(Checks.notEmpty(parts, "parts"));
        this.end = Checks.present(end, "end");
    }

    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return parts.stream()
                .map(part -> part.nextAfter(instant))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .filter(next -> !next.isAfter(end));
    }
}
