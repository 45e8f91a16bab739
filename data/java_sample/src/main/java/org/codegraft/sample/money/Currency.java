package org.codegraft.sample.money;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The currencies that the toolkit keeps books in. */
public enum Currency {

    EUR("\u20ac", 2),
    USD("$", 2),
    GBP("\u00a3", 2),
    CHF("Fr.", 2) {
        @Override
        String format(String amount) {
            return symbol() + " " + amount;
        }
    },
    JPY("\u00a5", 0),
    KWD("KD", 3) {
        @Override
        String format(String amount) {
            return amount + " " + symbol();
        }
    };

    private static final Map<String, Currency> BY_SYMBOL = new HashMap<>();

    static {
        for (Currency currency : values()) {
            BY_SYMBOL.put(currency.symbol, currency);
        }
    }

    private final String symbol;
    private final int decimals;

    Currency(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    public String symbol() {
        return symbol;
    }

    public int decimals() {
        return decimals;
    }

    /** How many of the smallest units make one whole. */
    public long unitsPerWhole() {
        long units = 1;
        for (int i = 0; i < decimals; i++) {
            units *= 10;
        }
        return units;
    }

    String format(String amount) {
        return symbol + amount;
    }

    /** Looks a currency up by its code or symbol. */
    public static Optional<Currency> parse(String text) {
        String key = text.strip();
        Currency bySymbol = BY_SYMBOL.get(key);
        if (bySymbol != null) {
            return Optional.of(bySymbol);
        }
        try {
            return Optional.of(valueOf(key.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
