package org.codegraft.sample.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;

/**
 * Postings that belong together. An entry may be out of balance until the ledger books it.
 *
 * @param date the day it counts for
 * @param text what it is about
 * @param postings at least two postings
 */
public record JournalEntry(LocalDate date, String text, List<Posting> postings) {

    public JournalEntry {
        Checks.present(date, "date");
        Checks.notBlank(text, "text");
        postings = List.copyOf(postings);
        Checks.require(postings.size() >= 2, "postings", "must be at least two");
    }

    public static Builder on(LocalDate date) {
        return new Builder(date);
    }

    public Currency currency() {
        return postings.get(0).amount().currency();
    }

    /** By how much the debits exceed the credits. */
    public Money imbalance() {
        return postings.stream().map(Posting::signed).collect(Money.summing(currency()));
    }

    public boolean isBalanced() {
        return imbalance().isZero();
    }

    public boolean touches(String account) {
        return postings.stream().map(Posting::account).anyMatch(account::equals);
    }

    /** The entry that undoes this one. */
    public JournalEntry reversal(LocalDate day) {
        return new JournalEntry(day, "Reversal: " + text, postings.stream().map(Posting::reversed).toList());
    }

    /** Gathers the lines of an entry. */
    public static final class Builder {

        private final LocalDate date;
        private final List<Posting> postings = new ArrayList<>();
        private String text = "";

        private Builder(LocalDate date) {
            this.date = date;
        }

        public Builder text(String format, Object... arguments) {
            this.text = String.format(format, arguments);
            return this;
        }

        public Builder debit(String account, Money amount) {
            return post(Posting.debit(account, amount));
        }

        public Builder credit(String account, Money amount) {
            return post(Posting.credit(account, amount));
        }

        /** Adds postings; see the other methods for single ones. */
        public Builder post(Posting... more) {
            postings.addAll(List.of(more));
            return this;
        }

        public JournalEntry build() {
            return new JournalEntry(date, text, postings);
        }
    }
}
