package org.codegraft.sample.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static Money eur(String amount) {
        return Money.of(amount, Currency.EUR);
    }

    @Test
    void addsAndSubtractsExactly() {
        assertEquals(eur("0.30"), eur("0.10").plus(eur("0.20")));
        assertEquals(eur("-1.00"), eur("1.00").minus(eur("2.00")));
        assertEquals(eur("6"), Money.sum(eur("1"), eur("2"), eur("3")));
    }

    @Test
    void allocatesWithoutLosingACent() {
        List<Money> parts = eur("1.00").allocate(1, 1, 1);
        assertEquals(List.of(eur("0.34"), eur("0.33"), eur("0.33")), parts);
    }

    @Test
    void refusesToMixCurrencies() {
        Money yen = Money.of(5, Currency.JPY);
        CurrencyMismatchException e = assertThrows(CurrencyMismatchException.class, () -> eur("1").plus(yen));
        assertEquals(Currency.JPY, e.right());
    }

    @Test
    void roundsByRule() {
        Money five = new Money(5, Currency.EUR);
        assertEquals(2, five.times(1, 2).units());
        assertEquals(3, five.times(1, 2, RoundingRule.HALF_UP).units());
        assertEquals(3, five.times(1, 2, RoundingRule.UP).units());
        assertEquals(-3, five.negate().times(1, 2, RoundingRule.DOWN).units());
    }

    @Test
    void convertsThroughTheBase() throws Exception {
        ExchangeRates rates = ExchangeRates.builder(Currency.EUR).rate(Currency.USD, "0.5").build();
        assertEquals(Money.of(4, Currency.USD), rates.convert(eur("2"), Currency.USD));
        assertEquals("Fr. 1.00", Money.of(1, Currency.CHF).toString());
    }
}
