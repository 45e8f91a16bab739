package org.codegraft.sample.inventory;

import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.StockroomException;

/** More was asked for than there is. */
public final class InsufficientStockException extends StockroomException {

    private static final long serialVersionUID = 1L;

    private final int requested;
    private final int available;

    public InsufficientStockException(Sku sku, int requested, int available) {
        super(requested + " x " + sku + " requested, " + available + " available");
        this.requested = requested;
        this.available = available;
    }

    public int requested() {
        return requested;
    }

    public int missing() {
        return requested - available;
    }

    @Override
    public String code() {
        return "INSUFFICIENT_STOCK";
    }
}
