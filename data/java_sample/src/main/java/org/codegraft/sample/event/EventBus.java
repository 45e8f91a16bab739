package org.codegraft.sample.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.codegraft.sample.common.Checks;

/** Delivers every event to the listeners of its type and of its supertypes, in the order they came. */
public final class EventBus {

    private final List<Registration<?>> registrations = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new ArrayList<>();
    private long published;

    /** Delivers the events of a type, its subtypes included. */
    public <E extends Event> Subscription subscribe(Class<E> type, EventListener<? super E> listener) {
        Registration<E> registration = new Registration<>(type, listener);
        registrations.add(registration);
        return registration;
    }

    /** Delivers all events. */
    public Subscription subscribe(EventListener<Event> listener) {
        return subscribe(Event.class, listener);
    }

    /**
     * Publishes an event. A listener that throws does not keep the others from being told.
     *
     * @return how many listeners were told
     */
    public int publish(Event event) {
        Checks.present(event, "event");
        published++;
        int told = 0;
        for (Registration<?> registration : registrations) {
            if (registration.offer(event)) {
                told++;
            }
        }
        return told;
    }

    public void publishAll(Event... events) {
        for (Event event : events) {
            publish(event);
        }
    }

    public long published() {
        return published;
    }

    public int listenerCount() {
        return registrations.size();
    }

    /** What listeners have thrown so far. */
    public List<Exception> failures() {
        return List.copyOf(failures);
    }

    /** An inner class, for it takes itself off the list of the bus. */
    private final class Registration<E extends Event> implements Subscription {

        private final Class<E> type;
        private final EventListener<? super E> listener;
        private boolean active = true;

        Registration(Class<E> type, EventListener<? super E> listener) {
            this.type = Checks.present(type, "type");
            this.listener = Checks.present(listener, "listener");
        }

        boolean offer(Event event) {
            if (!active || !type.isInstance(event)) {
                return false;
            }
            try {
                listener.on(type.cast(event));
            } catch (Exception e) {
                failures.add(e);
            }
            return true;
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public void close() {
            active = false;
            registrations.remove(this);
        }
    }
}
