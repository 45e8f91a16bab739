package org.codegraft.sample.ledger;

/** An entry names an account that was never opened. */
public final class UnknownAccountException extends LedgerException {

    private static final long serialVersionUID = 1L;

    private final String account;

    public UnknownAccountException(String entryText, String account) {
        super(entryText, "there is no account " + account);
        this.account = account;
    }

    public String account() {
        return account;
    }

    @Override
    public String code() {
        return super.code() + "_UNKNOWN_ACCOUNT";
    }
}
