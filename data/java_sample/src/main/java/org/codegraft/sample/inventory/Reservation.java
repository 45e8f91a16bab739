package org.codegraft.sample.inventory;

import java.util.List;
import org.codegraft.sample.catalog.Sku;

/**
 * Goods that are set aside. Unless the reservation is committed it is given back when it
 * is closed, so it wants to be used in a try-with-resources statement.
 */
public final class Reservation implements AutoCloseable {

    /** What can become of a reservation. */
    public enum State {
        OPEN,
        COMMITTED,
        RELEASED
    }

    private final Warehouse warehouse;
    private final Sku sku;
    private final List<Pick> picks;
    private State state = State.OPEN;

    Reservation(Warehouse warehouse, Sku sku, List<Pick> picks) {
        this.warehouse = warehouse;
        this.sku = sku;
        this.picks = List.copyOf(picks);
    }

    public Sku sku() {
        return sku;
    }

    public List<Pick> picks() {
        return picks;
    }

    public int quantity() {
        return Pick.totalQuantity(picks);
    }

    public State state() {
        return state;
    }

    /** Takes the goods out for good. */
    public Movement.Issue commit(String reference) {
        leaveOpen(State.COMMITTED);
        return warehouse.carryOut(this, reference);
    }

    @Override
    public void close() {
        if (state == State.OPEN) {
            leaveOpen(State.RELEASED);
            warehouse.release(this);
        }
    }

    private void leaveOpen(State next) {
        if (state != State.OPEN) {
            throw new IllegalStateException("reservation is " + state);
        }
        state = next;
    }
}
