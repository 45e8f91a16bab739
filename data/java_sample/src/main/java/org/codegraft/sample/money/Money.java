package org.codegraft.sample.money;

import static org.codegraft.sample.common.Checks.present;
import static org.codegraft.sample.common.Checks.require;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.IntStream;

/**
 * An exact amount of money.
 *
 * @param units the amount in the smallest units of the currency, such as cents
 * @param currency the currency
 */
public record Money(long units, Currency currency) implements Comparable<Money> {

    public Money {
        present(currency, "currency");
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** A whole number of the currency. */
    public static Money of(long whole, Currency currency) {
        return new Money(Math.multiplyExact(whole, currency.unitsPerWhole()), currency);
    }

    /** An amount in decimal notation, such as {@code "12.50"}. */
    public static Money of(String amount, Currency currency) {
        BigDecimal scaled = new BigDecimal(amount).movePointRight(currency.decimals());
        return new Money(scaled.longValueExact(), currency);
    }

    /** The sum of one or more amounts. */
    public static Money sum(Money first, Money... more) {
        Money total = first;
        for (Money next : more) {
            total = total.plus(next);
        }
        return total;
    }

    public static Money sum(Currency currency, Collection<Money> amounts) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    /** Collects a stream of amounts into their sum. */
    public static Collector<Money, ?, Money> summing(Currency currency) {
        return Collector.of(
                () -> new Money[] {zero(currency)},
                (sum, next) -> sum[0] = sum[0].plus(next),
                (left, right) -> new Money[] {left[0].plus(right[0])},
                sum -> sum[0]);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, same(other).units), currency);
    }

    public Money minus(Money other) {
        return plus(other.negate());
    }

    public Money negate() {
        return new Money(Math.negateExact(units), currency);
    }

    public Money abs() {
        return isNegative() ? negate() : this;
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(units, factor), currency);
    }

    /** A fraction of this amount, rounded by the standard rule. */
    public Money times(long numerator, long denominator) {
        return times(numerator, denominator, RoundingRule.STANDARD);
    }

    public Money times(long numerator, long denominator, RoundingRule rule) {
        require(denominator > 0, "denominator", "must be positive");
        return new Money(rule.divide(Math.multiplyExact(units, numerator), denominator), currency);
    }

    /** Splits the amount in proportion to weights without losing a unit. */
    public List<Money> allocate(int... weights) {
        require(weights.length > 0, "weights", "must not be empty");
        long total = IntStream.of(weights).asLongStream().sum();
        List<Money> parts = new ArrayList<>(weights.length);
        long rest = units;
        for (int weight : weights) {
            Money part = times(weight, total, RoundingRule.DOWN);
            parts.add(part);
            rest -= part.units;
        }
        Money cent = new Money(1, currency);
        for (int i = 0; rest > 0; i++, rest--) {
            parts.set(i, parts.get(i).plus(cent));
        }
        return List.copyOf(parts);
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isNegative() {
        return units < 0;
    }

    private Money same(Money other) {
        if (other.currency != currency) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, same(other).units);
    }

    @Override
    public String toString() {
        return currency.format(BigDecimal.valueOf(units, currency.decimals()).toPlainString());
    }
}
