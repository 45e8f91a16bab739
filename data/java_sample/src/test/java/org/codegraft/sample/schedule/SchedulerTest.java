package org.codegraft.sample.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.codegraft.sample.event.EventBus;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final Scheduler scheduler = new Scheduler(new ManualClock(START), new EventBus());
    private final List<String> runs = new ArrayList<>();

    @Test
    void runsInOrderOfDependency() throws Exception {
        Recurrence hourly = Recurrence.every(Duration.ofHours(1), START.plusSeconds(60));
        scheduler.schedule("z", Job.of(() -> runs.add("z")), hourly);
        scheduler.schedule("a", Job.of(() -> runs.add("a")), hourly, "z");
        assertEquals(4, scheduler.runFor(Duration.ofHours(2)));
        assertEquals(List.of("z", "a", "z", "a"), runs);
        scheduler.cancel("a");
        assertEquals(JobState.CANCELLED, scheduler.state("a"));
    }

    @Test
    void failureStopsDependants() throws Exception {
        Recurrence once = Recurrence.once(START.plusSeconds(1));
        scheduler.schedule("bad", dueAt -> {
            throw new JobFailedException("no", false);
        }, once);
        scheduler.schedule("next", Job.of(() -> runs.add("next")), once, "bad");
        assertEquals(1, scheduler.runFor(Duration.ofMinutes(1)));
        assertEquals(JobState.FAILED, scheduler.state("bad"));
        assertEquals(List.of(), runs);
    }

    @Test
    void weekly() {
        Recurrence sundays = new Recurrence.Weekly(LocalTime.NOON, DayOfWeek.SUNDAY);
        List<Instant> due = sundays.until(START.plus(Duration.ofDays(14))).upcoming(START, 5);
        assertEquals(List.of(Instant.parse("2024-01-07T12:00:00Z"), Instant.parse("2024-01-14T12:00:00Z")), due);
    }
}
