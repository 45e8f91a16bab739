package org.codegraft.sample.inventory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codegraft.sample.catalog.Product;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.catalog.StorageClass;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.Identified;
import org.codegraft.sample.common.NotThreadSafe;

/** A place in a warehouse that holds lots up to a number of pieces. */
@NotThreadSafe
public class Bin implements Identified<String>, Iterable<Lot> {

    private final String id;
    private final int capacity;
    private final int degrees;
    private final Map<String, Lot> lots = new LinkedHashMap<>();

    public Bin(String id, int capacity) {
        this(id, capacity, 20);
    }

    public Bin(String id, int capacity, int degrees) {
        this.id = Checks.notBlank(id, "id");
        this.capacity = Checks.positive(capacity, "capacity");
        this.degrees = degrees;
    }

    @Override
    public String id() {
        return id;
    }

    public int capacity() {
        return capacity;
    }

    public int load() {
        int load = 0;
        for (Lot lot : this) {
            load += lot.quantity();
        }
        return load;
    }

    public int free() {
        return capacity - load();
    }

    /** Whether the climate of the bin suits a product; how full it is does not matter. */
    public boolean suits(Product product) {
        StorageClass wanted = product.storageClass();
        return wanted != StorageClass.NONE && wanted.tolerates(degrees);
    }

    public List<Lot> lots() {
        return List.copyOf(lots.values());
    }

    public List<Lot> lots(Sku sku) {
        return lots.values().stream().filter(lot -> lot.sku().equals(sku)).toList();
    }

    /** Puts a lot in; pieces of a lot that is here already are added to it. */
    void put(Lot lot) {
        Checks.require(lot.quantity() <= free(), "bin " + id, () -> "has only room for " + free());
        lots.merge(lot.id(), lot, (here, added) -> here.withQuantity(here.quantity() + added.quantity()));
    }

    /** Takes pieces of a lot out. */
    Lot take(String lotId, int quantity) {
        Lot lot = Checks.present(lots.get(lotId), "lot " + lotId);
        Checks.inRange(quantity, 1, lot.quantity(), "quantity");
        Lot rest = lot.withQuantity(lot.quantity() - quantity);
        if (rest.isEmpty()) {
            lots.remove(lotId);
        } else {
            lots.put(lotId, rest);
        }
        return lot.withQuantity(quantity);
    }

    @Override
    public Iterator<Lot> iterator() {
        return lots().iterator();
    }

    @Override
    public String toString() {
        return "Bin " + id + " (" + load() + "/" + capacity + ")";
    }
}
