package org.codegraft.sample.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.codegraft.sample.collection.RingBuffer;

/** Remembers the latest events of a bus until it is closed. */
public final class EventLog implements AutoCloseable {

    private final RingBuffer<Event> recent;
    private final Subscription subscription;
    private long dropped;

    public EventLog(EventBus bus, int capacity) {
        this.recent = new RingBuffer<>(capacity);
        this.subscription = bus.subscribe(this::record);
    }

    private void record(Event event) {
        if (recent.add(event).isPresent()) {
            dropped++;
        }
    }

    public List<Event> events() {
        return recent.stream().toList();
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return recent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<String> summaries(Event.Severity least) {
        return recent.stream()
                .filter(event -> event.severity().atLeast(least))
                .map(Event::summary)
                .collect(Collectors.toList());
    }

    public Map<Event.Severity, Long> countBySeverity() {
        return recent.stream().collect(Collectors.groupingBy(
                Event::severity, () -> new EnumMap<>(Event.Severity.class), Collectors.counting()));
    }

    /** Renders the newest events first, one per line. */
    public String render(Function<? super Event, String> format) {
        StringBuilder out = new StringBuilder();
        for (Event event : recent.newestFirst()) {
            out.append(format.apply(event)).append('\n');
        }
        return out.toString();
    }

    public long dropped() {
        return dropped;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
