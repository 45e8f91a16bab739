package org.codegraft.sample.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBusTest {

    private record Note(Instant at, String summary, Severity severity) implements Event {
    }

    private static Note note(String text, Event.Severity severity) {
        return new Note(Instant.EPOCH, text, severity);
    }

    @Test
    void logsAndStops() {
        EventBus bus = new EventBus();
        EventLog log = new EventLog(bus, 2);
        bus.publishAll(note("a", Event.Severity.INFO), note("b", Event.Severity.ALARM), note("c", Event.Severity.INFO));
        assertEquals(1, log.dropped());
        assertEquals(List.of("b"), log.summaries(Event.Severity.WARNING));
        log.close();
        assertEquals(0, bus.publish(note("d", Event.Severity.INFO)));
    }

    @Test
    void failingListenerIsKeptApart() {
        EventBus bus = new EventBus();
        bus.subscribe(event -> {
            throw new Exception("no");
        });
        assertEquals(1, bus.publish(note("a", Event.Severity.INFO)));
        assertEquals(1, bus.failures().size());
    }
}
