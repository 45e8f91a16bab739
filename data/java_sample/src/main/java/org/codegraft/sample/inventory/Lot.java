package org.codegraft.sample.inventory;

import static org.codegraft.sample.common.Checks.notNegative;
import static org.codegraft.sample.common.Checks.present;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.Identified;
import org.codegraft.sample.money.Money;

/**
 * Goods of one kind that arrived together.
 *
 * @param id identifies the lot
 * @param sku what the goods are
 * @param quantity how many pieces are left
 * @param unitCost what a piece cost
 * @param received the day on which the goods arrived
 * @param expiry the last day on which they may be sold, or null if they keep
 */
public record Lot(String id, Sku sku, int quantity, Money unitCost, LocalDate received, LocalDate expiry)
        implements Identified<String> {

    public static final Comparator<Lot> OLDEST_FIRST = Comparator.comparing(Lot::received).thenComparing(Lot::id);

    public static final Comparator<Lot> EXPIRING_FIRST = Comparator
            .comparing(Lot::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OLDEST_FIRST);

    public Lot {
        present(id, "id");
        present(sku, "sku");
        present(unitCost, "unitCost");
        present(received, "received");
        notNegative(quantity, "quantity");
    }

    public Lot(String id, Sku sku, int quantity, Money unitCost, LocalDate received) {
        this(id, sku, quantity, unitCost, received, null);
    }

    public Lot withQuantity(int newQuantity) {
        return new Lot(id, sku, newQuantity, unitCost, received, expiry);
    }

    public Money cost() {
        return unitCost.times(quantity);
    }

    public Optional<LocalDate> bestBefore() {
        return Optional.ofNullable(expiry);
    }

    public boolean isExpiredOn(LocalDate day) {
        return expiry != null && day.isAfter(expiry);
    }

    public boolean isEmpty() {
        return quantity == 0;
    }
}
