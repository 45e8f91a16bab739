package org.codegraft.sample.money;

import org.codegraft.sample.common.ValidationException;

/** Two amounts in different currencies were combined without a conversion. */
public final class CurrencyMismatchException extends ValidationException {

    private static final long serialVersionUID = 1L;

    private final Currency left;
    private final Currency right;

    public CurrencyMismatchException(Currency left, Currency right) {
        super("currency", "differs: " + left + " and " + right);
        this.left = left;
        this.right = right;
    }

    public Currency left() {
        return left;
    }

    public Currency right() {
        return right;
    }
}
