package org.codegraft.sample.inventory;

import org.codegraft.sample.catalog.Product;
import org.codegraft.sample.common.StockroomException;

/** Goods cannot be stored because no suitable bin has room for them. */
public final class NoRoomException extends StockroomException {

    private static final long serialVersionUID = 1L;

    public NoRoomException(Product product, int quantity) {
        super("no room for " + quantity + " x " + product + " at " + product.storageClass());
    }

    @Override
    public String code() {
        return "NO_ROOM";
    }
}
