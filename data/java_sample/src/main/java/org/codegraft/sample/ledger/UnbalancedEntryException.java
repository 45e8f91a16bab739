package org.codegraft.sample.ledger;

import org.codegraft.sample.money.Money;

/** The debits and credits of an entry differ. */
public final class UnbalancedEntryException extends LedgerException {

    private static final long serialVersionUID = 1L;

    public UnbalancedEntryException(String entryText, Money difference) {
        super(entryText, "debits and credits differ by " + difference);
    }

    @Override
    public String code() {
        return super.code() + "_UNBALANCED";
    }
}
