package org.codegraft.sample.ledger;

import java.util.Iterator;
import java.util.List;
import org.codegraft.sample.money.Money;
import org.codegraft.sample.report.Column;

/**
 * The totals of all accounts at one moment.
 *
 * @param rows one row per account
 * @param debits the sum of all debits
 * @param credits the sum of all credits
 */
public record TrialBalance(List<Row> rows, Money debits, Money credits) implements Iterable<TrialBalance.Row> {

    /** The totals of one account. */
    public record Row(
            @Column("No.") String number,
            @Column("Account") String title,
            @Column(value = "Debit", align = Column.Align.RIGHT) Money debit,
            @Column(value = "Credit", align = Column.Align.RIGHT) Money credit,
            @Column(value = "Balance", align = Column.Align.RIGHT) Money balance) {

        private Row(Account account) {
            this(account.id(), account.title(), account.debits(), account.credits(), account.balance());
        }
    }

    public TrialBalance {
        rows = List.copyOf(rows);
    }

    static TrialBalance of(Ledger ledger) {
        List<Row> rows = ledger.accounts().stream().map(Row::new).toList();
        return new TrialBalance(
                rows,
                rows.stream().map(Row::debit).collect(Money.summing(ledger.currency())),
                rows.stream().map(Row::credit).collect(Money.summing(ledger.currency())));
    }

    /** Whether the books add up; anything else is a defect of the ledger. */
    public boolean isEven() {
        return debits.equals(credits);
    }

    @Override
    public Iterator<Row> iterator() {
        return rows.iterator();
    }
}
