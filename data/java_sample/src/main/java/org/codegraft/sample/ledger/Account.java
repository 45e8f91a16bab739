package org.codegraft.sample.ledger;

import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.Identified;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;

/** An account with its running totals. Only the ledger may post to it. */
public final class Account implements Identified<String> {

    private final String number;
    private final String title;
    private final AccountType type;
    private Money debits;
    private Money credits;

    Account(String number, String title, Currency currency) {
        this.number = Checks.notBlank(number, "number");
        this.title = Checks.notBlank(title, "title");
        this.type = AccountType.ofNumber(number);
        this.debits = Money.zero(currency);
        this.credits = Money.zero(currency);
    }

    @Override
    public String id() {
        return number;
    }

    public String title() {
        return title;
    }

    public AccountType type() {
        return type;
    }

    public Money debits() {
        return debits;
    }

    public Money credits() {
        return credits;
    }

    /** The balance, positive if the account stands on its normal side. */
    public Money balance() {
        Money net = debits.minus(credits);
        return type.normalSide() == AccountType.Side.DEBIT ? net : net.negate();
    }

    void post(Posting posting) {
        switch (posting.side()) {
            case DEBIT:
                debits = debits.plus(posting.amount());
                break;
            case CREDIT:
                credits = credits.plus(posting.amount());
                break;
            default:
                throw new AssertionError(posting.side());
        }
    }

    @Override
    public String toString() {
        return number + " " + title;
    }
}
