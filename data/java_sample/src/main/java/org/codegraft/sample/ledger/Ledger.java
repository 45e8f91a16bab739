package org.codegraft.sample.ledger;

import static java.util.stream.Collectors.toCollection;
import static org.codegraft.sample.common.Checks.present;
import static org.codegraft.sample.common.Checks.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.codegraft.sample.common.Audited;
import org.codegraft.sample.common.IdSequence;
import org.codegraft.sample.common.NotFoundException;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;

/** The books: accounts and the entries booked on them. Entries are never changed or removed. */
public class Ledger {

    /**
     * An entry together with the number it was booked under.
     *
     * @param number the number
     * @param entry the entry
     */
    public record Booked(String number, JournalEntry entry) {
    }

    private final Currency currency;
    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final List<Booked> journal = new ArrayList<>();
    private final IdSequence numbers = new IdSequence("JE");

    public Ledger(Currency currency) {
        this.currency = present(currency, "currency");
    }

    public Currency currency() {
        return currency;
    }

    @Audited(value = "opens an account", tags = "ledger")
    public Account open(String number, String title) {
        require(!accounts.containsKey(number), "account", () -> number + " is open already");
        Account account = new Account(number, title, currency);
        accounts.put(number, account);
        return account;
    }

    public Account account(String number) throws NotFoundException {
        Account account = accounts.get(number);
        if (account == null) {
            throw new NotFoundException("account", number);
        }
        return account;
    }

    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public List<Account> accounts(AccountType type) {
        return accounts.values().stream().filter(account -> account.type() == type).toList();
    }

    /**
     * Books an entry, or refuses it and leaves the books as they were.
     *
     * @return the number of the entry
     */
    @Audited(value = "books an entry", level = Audited.Level.ELEVATED, tags = "ledger")
    public String book(JournalEntry entry) throws LedgerException {
        check(entry);
        for (Posting posting : entry.postings()) {
            accounts.get(posting.account()).post(posting);
        }
        Booked booked = new Booked(numbers.get(), entry);
        journal.add(booked);
        return booked.number();
    }

    public String book(JournalEntry.Builder entry) throws LedgerException {
        return book(entry.build());
    }

    /** Undoes an entry by booking its opposite. */
    @Audited(value = "reverses an entry", level = Audited.Level.CRITICAL, tags = "ledger")
    public String reverse(String number, LocalDate day) throws LedgerException, NotFoundException {
        for (Booked booked : journal) {
            if (booked.number().equals(number)) {
                return book(booked.entry().reversal(day));
            }
        }
        throw new NotFoundException("journal entry", number);
    }

    /** Empties the income and expense accounts into an equity account. */
    @Audited(value = "closes the year", level = Audited.Level.CRITICAL, tags = {"ledger", "closing"})
    public Money closeYear(LocalDate day, String equityAccount) throws LedgerException, NotFoundException {
        Money profit = Money.zero(currency);
        Account equity = account(equityAccount);
        for (Account account : accounts()) {
            Money balance = account.balance();
            if (!account.type().isClosedAtYearEnd() || balance.isZero()) {
                continue;
            }
            boolean creditSide = account.type().normalSide() == AccountType.Side.CREDIT;
            boolean debitAccount = creditSide != balance.isNegative();
            Posting closing = debitAccount
                    ? Posting.debit(account.id(), balance.abs())
                    : Posting.credit(account.id(), balance.abs());
            Posting counter = new Posting(equity.id(), closing.side().opposite(), closing.amount());
            book(JournalEntry.on(day).text("Closing %s", account).post(closing, counter));
            profit = profit.plus(creditSide ? balance : balance.negate());
        }
        return profit;
    }

    public List<Booked> journal() {
        return List.copyOf(journal);
    }

    public List<Booked> journal(Predicate<? super JournalEntry> condition) {
        return journal.stream().filter(booked -> condition.test(booked.entry())).toList();
    }

    public List<Booked> journal(LocalDate from, LocalDate to) {
        return journal(entry -> !entry.date().isBefore(from) && !entry.date().isAfter(to));
    }

    public TrialBalance trialBalance() {
        return TrialBalance.of(this);
    }

    /** The sum of the balances of each kind of account. */
    public Map<AccountType, Money> totals() {
        Map<AccountType, Money> totals = new EnumMap<>(AccountType.class);
        accounts.values().forEach(account -> totals.merge(account.type(), account.balance(), Money::plus));
        return totals;
    }

    private void check(JournalEntry entry) throws LedgerException {
        Set<String> named = entry.postings().stream().map(Posting::account).collect(toCollection(LinkedHashSet::new));
        for (String number : named) {
            if (!accounts.containsKey(number)) {
                throw new UnknownAccountException(entry.text(), number);
            }
        }
        if (!entry.isBalanced()) {
            throw new UnbalancedEntryException(entry.text(), entry.imbalance().abs());
        }
    }
}
