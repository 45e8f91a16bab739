package org.codegraft.sample.event;

import java.util.function.Predicate;

/**
 * Is told about events.
 *
 * @param <E> the type of events it understands
 */
@FunctionalInterface
public interface EventListener<E extends Event> extends java.util.EventListener {

    void on(E event) throws Exception;

    /** A listener that is only told about the events that meet a condition. */
    default EventListener<E> when(Predicate<? super E> condition) {
        return event -> {
            if (condition.test(event)) {
                on(event);
            }
        };
    }

    default EventListener<E> andThen(EventListener<? super E> next) {
        return event -> {
            on(event);
            next.on(event);
        };
    }

    static <E extends Event> EventListener<E> severe(Event.Severity least, EventListener<E> inner) {
        return inner.when(event -> event.severity().atLeast(least));
    }
}
