package org.codegraft.sample.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

    private final Ledger ledger = new Ledger(Currency.EUR);
    private final Account cash = ledger.open("1000", "Cash");
    private final Account equity = ledger.open("3000", "Equity");
    private final Account sales = ledger.open("4000", "Sales");

    private static Money eur(long amount) {
        return Money.of(amount, Currency.EUR);
    }

    @Test
    void booksAndReverses() throws Exception {
        String number = ledger.book(JournalEntry.on(DAY).text("Sale").debit("1000", eur(5)).credit("4000", eur(5)));
        assertEquals("JE-000001", number);
        assertEquals(eur(5), cash.balance());
        ledger.reverse(number, DAY);
        assertTrue(cash.balance().isZero());
        assertTrue(ledger.trialBalance().isEven());
    }

    @Test
    void refusesBadEntries() {
        JournalEntry.Builder uneven = JournalEntry.on(DAY).text("x").debit("1000", eur(5)).credit("4000", eur(4));
        LedgerException e = assertThrows(UnbalancedEntryException.class, () -> ledger.book(uneven));
        assertEquals("LEDGER_UNBALANCED", e.code());
        JournalEntry.Builder lost = JournalEntry.on(DAY).text("x").debit("1000", eur(5)).credit("4999", eur(5));
        assertThrows(UnknownAccountException.class, () -> ledger.book(lost));
        assertTrue(ledger.journal().isEmpty());
    }

    @Test
    void closesTheYear() throws Exception {
        ledger.book(JournalEntry.on(DAY).text("Sale").debit("1000", eur(9)).credit("4000", eur(9)));
        assertEquals(eur(9), ledger.closeYear(DAY, "3000"));
        assertEquals(eur(9), equity.balance());
        assertTrue(sales.balance().isZero());
    }
}
