package org.codegraft.sample.app;

import org.codegraft.sample.ledger.Ledger;

/** The numbers of the accounts that the stockroom keeps. */
final class Accounts {

    static final String CASH = "1000";
    static final String STOCK = "1400";
    static final String EQUITY = "3000";
    static final String SALES = "4000";
    static final String COST_OF_SALES = "5000";
    static final String LOSSES = "5900";

    private Accounts() {
    }

    static void openAll(Ledger ledger) {
        ledger.open(CASH, "Cash");
        ledger.open(STOCK, "Stock");
        ledger.open(EQUITY, "Equity");
        ledger.open(SALES, "Sales");
        ledger.open(COST_OF_SALES, "Cost of sales");
        ledger.open(LOSSES, "Losses");
    }
}
