package org.codegraft.sample.schedule;

import org.codegraft.sample.common.Checks;
import org.codegraft.sample.inventory.Warehouse;

/** A job that works on a warehouse. */
public abstract class WarehouseJob extends AbstractJob {

    private final Warehouse warehouse;

    protected WarehouseJob(String name, Warehouse warehouse) {
        super(name + "@" + warehouse.name());
        this.warehouse = Checks.present(warehouse, "warehouse");
    }

    protected final Warehouse warehouse() {
        return warehouse;
    }
}
