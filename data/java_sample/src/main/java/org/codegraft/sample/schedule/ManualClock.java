package org.codegraft.sample.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.codegraft.sample.common.Checks;

/** A clock that stands still until it is told to move on. It never goes back. */
public final class ManualClock extends Clock {

    private final ZoneId zone;
    private Instant now;

    public ManualClock(Instant start) {
        this(start, ZoneOffset.UTC);
    }

    public ManualClock(Instant start, ZoneId zone) {
        this.now = Checks.present(start, "start");
        this.zone = Checks.present(zone, "zone");
    }

    public void advance(Duration duration) {
        advanceTo(now.plus(duration));
    }

    public void advanceTo(Instant instant) {
        Checks.require(!instant.isBefore(now), "instant", "must not be in the past");
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return other.equals(zone) ? this : new ManualClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
