package org.codegraft.sample.inventory;

import java.time.Instant;
import java.util.Locale;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.event.Event;
import org.codegraft.sample.money.Money;

/** A change of stock. The kinds of movement are known once and for all. */
public sealed interface Movement extends Event
        permits Movement.Receipt, Movement.Issue, Movement.Transfer, Movement.WriteOff {

    Sku sku();

    int quantity();

    /** What the moved goods cost when they were bought. */
    Money cost();

    /** Goods came in. */
    record Receipt(Instant at, Sku sku, int quantity, Money cost, String lotId) implements Movement {

        public Receipt {
            Checks.positive(quantity, "quantity");
        }
    }

    /** Goods went out to a customer. */
    record Issue(Instant at, Sku sku, int quantity, Money cost, String reference) implements Movement {

        public Issue {
            Checks.positive(quantity, "quantity");
        }
    }

    /** Goods went from one bin to another. */
    record Transfer(Instant at, Sku sku, int quantity, Money cost, String from, String to) implements Movement {

        public Transfer {
            Checks.positive(quantity, "quantity");
            Checks.require(!from.equals(to), "transfer", "must go to another bin");
        }
    }

    /** Goods were lost. */
    record WriteOff(Instant at, Sku sku, int quantity, Money cost, Reason reason) implements Movement {

        /** Why goods can be lost. */
        public enum Reason {
            EXPIRED,
            DAMAGED,
            MISSING
        }

        @Override
        public Severity severity() {
            return switch (reason) {
                case EXPIRED -> Severity.INFO;
                case DAMAGED -> Severity.WARNING;
                case MISSING -> Severity.ALARM;
            };
        }
    }

    /** By how many pieces the stock on hand changes. */
    default int effect() {
        if (this instanceof Receipt receipt) {
            return receipt.quantity();
        }
        return this instanceof Transfer ? 0 : -quantity();
    }

    @Override
    default String summary() {
        String verb = getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%s of %d x %s at cost %s", verb, quantity(), sku(), cost());
    }
}
