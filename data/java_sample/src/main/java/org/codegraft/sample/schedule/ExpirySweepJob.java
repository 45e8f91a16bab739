package org.codegraft.sample.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.codegraft.sample.inventory.Movement;
import org.codegraft.sample.inventory.Warehouse;

/** Writes off what has expired. */
public final class ExpirySweepJob extends WarehouseJob {

    private int pieces;

    public ExpirySweepJob(Warehouse warehouse) {
        super("expiry-sweep", warehouse);
    }

    @Override
    protected void execute(Instant dueAt) {
        LocalDate day = LocalDate.ofInstant(dueAt, ZoneOffset.UTC);
        for (Movement.WriteOff loss : warehouse().writeOffExpired(day)) {
            pieces += loss.quantity();
        }
    }

    /** How many pieces have been written off so far. */
    public int pieces() {
        return pieces;
    }
}
