package org.codegraft.sample.event;

/** Ends the delivery of events when it is closed. Closing twice does no harm. */
public interface Subscription extends AutoCloseable {

    boolean isActive();

    @Override
    void close();

    /** One subscription that closes several. */
    static Subscription all(Subscription... parts) {
        return new Subscription() {
            @Override
            public boolean isActive() {
                for (Subscription part : parts) {
                    if (part.isActive()) {
                        return true;
                    }
                }
                return false;
            }

            @Override
            public void close() {
                for (int i = parts.length - 1; i >= 0; i--) {
                    parts[i].close();
                }
            }
        };
    }
}
