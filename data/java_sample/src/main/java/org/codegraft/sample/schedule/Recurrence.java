package org.codegraft.sample.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codegraft.sample.common.Checks;

/** When something is due. All times are in UTC. */
public sealed interface Recurrence permits Recurrence.Once, Recurrence.Every, Recurrence.Weekly, CombinedRecurrence {

    /** The first due time that is later than the given one. */
    Optional<Instant> nextAfter(Instant instant);

    /** Due at one time only. */
    record Once(Instant at) implements Recurrence {

        @Override
        public Optional<Instant> nextAfter(Instant instant) {
            return at.isAfter(instant) ? Optional.of(at) : Optional.empty();
        }
    }

    /** Due at regular intervals. */
    record Every(Instant first, Duration period) implements Recurrence {

        public Every {
            Checks.require(!period.isNegative() && !period.isZero(), "period", "must be positive");
        }

        @Override
        public Optional<Instant> nextAfter(Instant instant) {
            if (instant.isBefore(first)) {
                return Optional.of(first);
            }
            long passed = Duration.between(first, instant).dividedBy(period);
            return Optional.of(first.plus(period.multipliedBy(passed + 1)));
        }
    }

    /** Due on some days of the week. */
    record Weekly(Set<DayOfWeek> days, LocalTime time) implements Recurrence {

        public Weekly {
            days = Set.copyOf(Checks.notEmpty(days, "days"));
        }

        public Weekly(LocalTime time, DayOfWeek first, DayOfWeek... more) {
            this(EnumSet.of(first, more), time);
        }

        @Override
        public Optional<Instant> nextAfter(Instant instant) {
            ZonedDateTime candidate = instant.atZone(ZoneOffset.UTC).with(time);
            while (!days.contains(candidate.getDayOfWeek()) || !candidate.toInstant().isAfter(instant)) {
                candidate = candidate.plusDays(1);
            }
            return Optional.of(candidate.toInstant());
        }
    }

    static Recurrence once(Instant at) {
        return new Once(at);
    }

    static Recurrence every(Duration period, Instant first) {
        return new Every(first, period);
    }

    static Recurrence daily(LocalTime time) {
        return new Weekly(EnumSet.allOf(DayOfWeek.class), time);
    }

    /** Due whenever one of several is. */
    static Recurrence anyOf(Recurrence... parts) {
        return new CombinedRecurrence(Arrays.asList(parts));
    }

    default Recurrence or(Recurrence other) {
        return anyOf(this, other);
    }

    /** The same, but not after some time. */
    default Recurrence until(Instant end) {
        return new CombinedRecurrence(List.of(this), end);
    }

    /** The next few due times. */
    default List<Instant> upcoming(Instant after, int limit) {
        return Stream.iterate(nextAfter(after).orElse(null), Objects::nonNull, at -> nextAfter(at).orElse(null))
                .limit(limit)
                .toList();
    }
}
