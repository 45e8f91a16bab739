package org.codegraft.sample.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Compares the value of a field with a constant. */
public enum Operator {

    EQUAL("=", order -> order == 0),
    NOT_EQUAL("!=", order -> order != 0),
    LESS("<", order -> order < 0),
    AT_MOST("<=", order -> order <= 0),
    GREATER(">", order -> order > 0),
    AT_LEAST(">=", order -> order >= 0),
    CONTAINS("~", order -> false) {
        @Override
        boolean test(Object actual, Object wanted) {
            return text(actual).contains(text(wanted));
        }
    };

    private final String symbol;
    private final IntPredicate accepts;

    Operator(String symbol, IntPredicate accepts) {
        this.symbol = symbol;
        this.accepts = accepts;
    }

    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(operator -> operator.symbol.equals(symbol)).findFirst();
    }

    boolean test(Object actual, Object wanted) {
        if (actual instanceof Number left && wanted instanceof Number right) {
            return accepts.test(Double.compare(left.doubleValue(), right.doubleValue()));
        }
        return accepts.test(text(actual).compareTo(text(wanted)));
    }

    private static String text(Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
