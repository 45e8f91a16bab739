package org.codegraft.sample.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.codegraft.sample.catalog.BulkProduct;
import org.codegraft.sample.catalog.Catalog;
import org.codegraft.sample.catalog.DigitalProduct;
import org.codegraft.sample.catalog.PerishableProduct;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.StockroomException;
import org.codegraft.sample.event.EventBus;
import org.codegraft.sample.event.EventLog;
import org.codegraft.sample.inventory.Bin;
import org.codegraft.sample.ledger.TrialBalance;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;
import org.codegraft.sample.report.Renderer;
import org.codegraft.sample.report.Table;
import org.codegraft.sample.schedule.ExpirySweepJob;
import org.codegraft.sample.schedule.ManualClock;
import org.codegraft.sample.schedule.Recurrence;
import org.codegraft.sample.schedule.Scheduler;

/** Lets a small shop run for two weeks and prints what has become of it. */
public final class Demo {

    private static final String USAGE = """
            usage: demo [format]

            Formats: text, boxed, markdown, csv, tsv.
            """;

    private Demo() {
    }

    static Catalog catalog() {
        return new Catalog().add(
                BulkProduct.builder(Sku.parse("TEA-1")).name("Green tea").tags("tea", "dry")
                        .listPrice(Money.of("4.50", Currency.EUR)).grams(100).discount(10, 5).discount(50, 12).build(),
                PerishableProduct.builder(Sku.parse("MLK-1")).name("Milk").tags("dairy")
                        .listPrice(Money.of("1.20", Currency.EUR)).grams(1030).keepsForDays(7).build(),
                DigitalProduct.builder(Sku.parse("EB-1")).name("The book of tea").tags("tea", "book")
                        .listPrice(Money.of(9, Currency.EUR)).location("https://example.org/tea").build());
    }

    /** Runs the demonstration and writes its reports. */
    static void run(PrintStream out, Renderer renderer) throws StockroomException {
        ManualClock clock = new ManualClock(Instant.parse("2024-03-01T08:00:00Z"));
        EventBus bus = new EventBus();
        List<Bin> bins = List.of(new Bin("A1", 500), new Bin("C1", 100, 4));
        try (EventLog log = new EventLog(bus, 50);
                Stockroom room = new Stockroom("Main street", Currency.EUR, clock, bus, catalog(), bins)) {
            room.fund(Money.of(1000, Currency.EUR));
            room.buy("TEA-1", 100, Money.of("2.10", Currency.EUR));
            room.buy("MLK-1", 30, Money.of("0.80", Currency.EUR));
            room.sell("TEA-1", 12, "Ada");
            room.sell("EB-1", 1, "Grace");
            Scheduler scheduler = new Scheduler(clock, bus);
            scheduler.schedule(new ExpirySweepJob(room.warehouse()), Recurrence.daily(LocalTime.of(22, 0)));
            scheduler.runFor(Duration.ofDays(14));

            TrialBalance balance = room.ledger().trialBalance();
            out.println(renderer.render(room.stockReport()));
            out.println(renderer.render(Table.ofRecords("Trial balance", TrialBalance.Row.class, balance.rows())));
            out.println(log.render(event -> event.at() + " " + event.summary()));
        }
    }

    public static void main(String... args) {
        String format = args.length == 0 ? "boxed" : args[0];
        try {
            run(System.out, Renderer.forFormat(format));
        } catch (StockroomException e) {
            System.err.println(e.describe());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
        }
    }
}
