package org.codegraft.sample.inventory;

import org.codegraft.sample.common.Checks;
import org.codegraft.sample.money.Money;

/**
 * How much there is of a product.
 *
 * @param onHand the pieces in the bins
 * @param reserved how many of them are set aside
 * @param cost what they have cost
 */
public record StockLevel(int onHand, int reserved, Money cost) {

    public StockLevel {
        Checks.inRange(reserved, 0, onHand, "reserved");
    }

    public int available() {
        return onHand - reserved;
    }

    public StockLevel plus(StockLevel other) {
        return new StockLevel(onHand + other.onHand, reserved + other.reserved, cost.plus(other.cost));
    }

    public boolean isBelow(int threshold) {
        return available() < threshold;
    }
}
