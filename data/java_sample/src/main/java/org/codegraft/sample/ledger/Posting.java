package org.codegraft.sample.ledger;

import org.codegraft.sample.common.Checks;
import org.codegraft.sample.money.Money;

/**
 * One line of a journal entry.
 *
 * @param account the number of the account
 * @param side the side that is posted to
 * @param amount a positive amount
 */
public record Posting(String account, AccountType.Side side, Money amount) {

    public Posting {
        Checks.notBlank(account, "account");
        Checks.present(side, "side");
        Checks.require(amount.units() > 0, "amount", () -> "must be positive but is " + amount);
    }

    public static Posting debit(String account, Money amount) {
        return new Posting(account, AccountType.Side.DEBIT, amount);
    }

    public static Posting credit(String account, Money amount) {
        return new Posting(account, AccountType.Side.CREDIT, amount);
    }

    /** The posting that undoes this one. */
    public Posting reversed() {
        return new Posting(account, side.opposite(), amount);
    }

    /** The amount, negative on the credit side. */
    public Money signed() {
        return side == AccountType.Side.DEBIT ? amount : amount.negate();
    }
}
