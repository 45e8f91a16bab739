package org.codegraft.sample.ledger;

import org.codegraft.sample.common.StockroomException;

/** A journal entry cannot be booked. */
public abstract class LedgerException extends StockroomException {

    private static final long serialVersionUID = 1L;

    private final String entryText;

    protected LedgerException(String entryText, String message) {
        super("'" + entryText + "': " + message);
        this.entryText = entryText;
    }

    /** The text of the entry that was refused. */
    public String entryText() {
        return entryText;
    }

    @Override
    public String code() {
        return "LEDGER";
    }
}
