package org.codegraft.sample.inventory;

import java.util.Collection;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;

/**
 * An instruction to take pieces of a lot out of a bin.
 *
 * @param binId where the lot lies
 * @param lot the lot, as it was when the instruction was made
 * @param quantity how many pieces to take
 */
public record Pick(String binId, Lot lot, int quantity) {

    public Pick {
        Checks.notBlank(binId, "binId");
        Checks.inRange(quantity, 1, lot.quantity(), "quantity");
    }

    public Money cost() {
        return lot.unitCost().times(quantity);
    }

    static int totalQuantity(Collection<Pick> picks) {
        return picks.stream().mapToInt(Pick::quantity).sum();
    }

    static Money totalCost(Currency currency, Collection<Pick> picks) {
        return picks.stream().map(Pick::cost).collect(Money.summing(currency));
    }
}
