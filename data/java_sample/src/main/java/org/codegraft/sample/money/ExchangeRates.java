package org.codegraft.sample.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.NotFoundException;

/** A table of rates, each the price of one unit of a currency in the base currency. */
public final class ExchangeRates {

    private static final int SCALE = 12;

    private final Currency base;
    private final Map<Currency, BigDecimal> prices;

    private ExchangeRates(Builder builder) {
        this.base = builder.base;
        this.prices = new EnumMap<>(builder.prices);
    }

    public static Builder builder(Currency base) {
        return new Builder(base);
    }

    public Currency base() {
        return base;
    }

    public Set<Currency> currencies() {
        return Set.copyOf(prices.keySet());
    }

    /** The number of target units that one source unit buys. */
    public BigDecimal rate(Currency source, Currency target) throws NotFoundException {
        return source == target
                ? BigDecimal.ONE
                : price(source).divide(price(target), SCALE, RoundingMode.HALF_EVEN);
    }

    public Money convert(Money amount, Currency target) throws NotFoundException {
        if (amount.currency() == target) {
            return amount;
        }
        BigDecimal units = BigDecimal.valueOf(amount.units(), amount.currency().decimals())
                .multiply(rate(amount.currency(), target))
                .movePointRight(target.decimals())
                .setScale(0, RoundingMode.HALF_EVEN);
        return new Money(units.longValueExact(), target);
    }

    private BigDecimal price(Currency currency) throws NotFoundException {
        BigDecimal price = prices.get(currency);
        if (price == null) {
            throw new NotFoundException("exchange rate", currency);
        }
        return price;
    }

    /** Gathers rates; the base currency itself always has the rate one. */
    public static final class Builder {

        private final Currency base;
        private final Map<Currency, BigDecimal> prices = new EnumMap<>(Currency.class);

        private Builder(Currency base) {
            this.base = Checks.present(base, "base");
            prices.put(base, BigDecimal.ONE);
        }

        public Builder rate(Currency currency, String price) {
            return rate(currency, new BigDecimal(price));
        }

        public Builder rate(Currency currency, BigDecimal price) {
            Checks.require(price.signum() > 0, "price", () -> "of " + currency + " must be positive");
            Checks.require(currency != base || price.compareTo(BigDecimal.ONE) == 0, "price", "of the base must be one");
            prices.put(currency, price);
            return this;
        }

        public ExchangeRates build() {
            return new ExchangeRates(this);
        }
    }
}
