package org.codegraft.sample.app;

import static org.codegraft.sample.app.Accounts.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.codegraft.sample.catalog.Catalog;
import org.codegraft.sample.catalog.DigitalProduct;
import org.codegraft.sample.catalog.Product;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.Audited;
import org.codegraft.sample.common.StockroomException;
import org.codegraft.sample.event.EventBus;
import org.codegraft.sample.event.Subscription;
import org.codegraft.sample.inventory.Bin;
import org.codegraft.sample.inventory.Lot;
import org.codegraft.sample.inventory.Movement;
import org.codegraft.sample.inventory.Reservation;
import org.codegraft.sample.inventory.Warehouse;
import org.codegraft.sample.ledger.JournalEntry;
import org.codegraft.sample.ledger.Ledger;
import org.codegraft.sample.ledger.LedgerException;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;
import org.codegraft.sample.query.Fields;
import org.codegraft.sample.query.Query;
import org.codegraft.sample.query.QuerySyntaxException;
import org.codegraft.sample.report.Column;
import org.codegraft.sample.report.Table;

/** Keeps the stock and the books in step: every movement of goods is booked as it happens. */
public final class Stockroom implements AutoCloseable {

    private static final Fields<Product> FIELDS;

    static {
        FIELDS = new Fields<Product>()
                .with("sku", Product::id)
                .with("name", Product::name)
                .with("price", product -> (double) product.listPrice().units() / product.listPrice().currency().unitsPerWhole())
                .with("tag", Product::tags)
                .with("storage", Product::storageClass);
    }

    private final Clock clock;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Warehouse warehouse;
    private final Subscription booking;

    public Stockroom(String name, Currency currency, Clock clock, EventBus bus, Catalog catalog, Collection<Bin> bins) {
        this.clock = clock;
        this.catalog = catalog;
        this.ledger = new Ledger(currency);
        this.warehouse = new Warehouse(name, currency, clock, bus, bins);
        Accounts.openAll(ledger);
        this.booking = bus.subscribe(Movement.class, this::bookMovement);
    }

    public Catalog catalog() {
        return catalog;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    /** Pays capital in. */
    @Audited(value = "pays capital in", level = Audited.Level.CRITICAL)
    public void fund(Money capital) throws LedgerException {
        ledger.book(JournalEntry.on(today()).text("Capital").debit(CASH, capital).credit(EQUITY, capital));
    }

    /** Buys goods for cash. */
    public Lot buy(String sku, int quantity, Money unitCost) throws StockroomException {
        return warehouse.receive(catalog.get(sku), quantity, unitCost);
    }

    /** Sells goods for cash at their list price. */
    @Audited(value = "sells goods", level = Audited.Level.ELEVATED, tags = "sales")
    public Money sell(String sku, int quantity, String customer) throws StockroomException {
        Product product = catalog.get(Sku.parse(sku));
        Money price = product.priceOf(quantity);
        JournalEntry sale = JournalEntry.on(today())
                .text("Sale of %d x %s to %s", quantity, product, customer)
                .debit(CASH, price)
                .credit(SALES, price)
                .build();
        if (product instanceof DigitalProduct) {
            ledger.book(sale);
            return price;
        }
        try (Reservation reservation = warehouse.reserve(product.id(), quantity)) {
            ledger.book(sale);
            reservation.commit(customer);
        }
        return price;
    }

    /** Finds products by a query such as {@code price < 10 and tag = tea}. */
    public List<Product> search(String query) throws QuerySyntaxException {
        return Query.<Product>parse(query, FIELDS).over(catalog).toList();
    }

    public Table stockReport() {
        record Row(
                @Column("Product") String product,
                @Column(value = "On hand", align = Column.Align.RIGHT) int onHand,
                @Column(value = "Cost", align = Column.Align.RIGHT) Money cost) {
        }

        List<Row> rows = warehouse.levels().entrySet().stream()
                .map(level -> new Row(
                        catalog.find(level.getKey()).map(Product::toString).orElseGet(level.getKey()::toString),
                        level.getValue().onHand(),
                        level.getValue().cost()))
                .toList();
        return Table.ofRecords("Stock of " + warehouse.name(), Row.class, rows);
    }

    private void bookMovement(Movement movement) throws LedgerException {
        Money cost = movement.cost();
        if (cost.isZero() || movement instanceof Movement.Transfer) {
            return;
        }
        JournalEntry.Builder entry = JournalEntry.on(today()).text("%s", movement.summary());
        if (movement instanceof Movement.Receipt) {
            entry.debit(STOCK, cost).credit(CASH, cost);
        } else {
            entry.debit(movement instanceof Movement.Issue ? COST_OF_SALES : LOSSES, cost).credit(STOCK, cost);
        }
        ledger.book(entry);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public void close() {
        booking.close();
    }
}
