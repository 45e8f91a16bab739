package org.codegraft.sample.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.codegraft.sample.catalog.Catalog;
import org.codegraft.sample.catalog.Product;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.StockroomException;
import org.codegraft.sample.inventory.Warehouse;

/** Tops up what has run low. */
public final class ReorderJob extends WarehouseJob {

    /** Where goods are ordered. */
    @FunctionalInterface
    public interface Supplier {

        /** Orders goods; they are expected to arrive by some other way. */
        void order(Product product, int quantity) throws StockroomException;
    }

    private static final int RETRIES = 2;

    private final Catalog catalog;
    private final Supplier supplier;
    private final Map<Sku, Rule> rules = new TreeMap<>();

    public ReorderJob(Warehouse warehouse, Catalog catalog, Supplier supplier) {
        super("reorder", warehouse);
        this.catalog = catalog;
        this.supplier = supplier;
    }

    /** Keeps a product between two levels. */
    public ReorderJob keep(Sku sku, int least, int target) {
        rules.put(sku, new Rule(least, target));
        return this;
    }

    @Override
    protected void execute(Instant dueAt) throws StockroomException {
        for (Map.Entry<Sku, Rule> entry : rules.entrySet()) {
            int quantity = entry.getValue().shortage(warehouse().available(entry.getKey()));
            if (quantity > 0) {
                supplier.order(catalog.get(entry.getKey()), quantity);
            }
        }
    }

    @Override
    public int retries() {
        return RETRIES;
    }

    private record Rule(int least, int target) {

        Rule {
            Checks.inRange(least, 0, target, "least");
        }

        int shortage(int available) {
            return available < least ? target - available : 0;
        }
    }
}
