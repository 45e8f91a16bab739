package org.codegraft.sample.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.codegraft.sample.catalog.PhysicalProduct;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.event.EventBus;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;
import org.junit.jupiter.api.Test;

class WarehouseTest {

    private static final Sku SKU = new Sku("BOX", 1);
    private static final Money ONE = Money.of(1, Currency.EUR);

    private final PhysicalProduct box =
            PhysicalProduct.builder(SKU).name("Box").grams(10).listPrice(ONE).build();
    private final Warehouse warehouse = new Warehouse("W", Currency.EUR,
            Clock.fixed(Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC), new EventBus(),
            List.of(new Bin("A", 10), new Bin("B", 20)));

    @Test
    void reservationIsGivenBack() throws Exception {
        warehouse.receive(box, 8, ONE);
        try (Reservation reservation = warehouse.reserve(SKU, 5)) {
            assertEquals(5, reservation.quantity());
            assertEquals(3, warehouse.available(SKU));
        }
        assertEquals(8, warehouse.available(SKU));
    }

    @Test
    void issueTakesOut() throws Exception {
        warehouse.receive(box, 8, ONE);
        warehouse.receive(box, 4, ONE.times(2));
        Movement.Issue issue = warehouse.issue(SKU, 10, "order");
        assertEquals(Money.of(12, Currency.EUR), issue.cost());
        assertEquals(-10, issue.effect());
        assertEquals(2, warehouse.onHand(SKU));
        InsufficientStockException e =
                assertThrows(InsufficientStockException.class, () -> warehouse.issue(SKU, 3, "more"));
        assertEquals(1, e.missing());
    }

    @Test
    void transfersAndRoom() throws Exception {
        Lot lot = warehouse.receive(box, 8, ONE);
        warehouse.transfer(lot.id(), 3, "B", "A");
        assertEquals(3, warehouse.bin("A").load());
        assertThrows(NoRoomException.class, () -> warehouse.receive(box, 30, ONE));
    }

    @Test
    void fefoSkipsExpired() {
        LocalDate day = LocalDate.of(2024, 1, 10);
        Lot old = new Lot("1", SKU, 5, ONE, day.minusDays(9), day.minusDays(1));
        Lot fresh = new Lot("2", SKU, 5, ONE, day, day.plusDays(1));
        List<Pick> picks = PickStrategy.fefo(day).plan(3, List.of(
                new PickStrategy.Candidate("A", old), new PickStrategy.Candidate("A", fresh)));
        assertEquals(List.of(new Pick("A", fresh, 3)), picks);
    }
}
