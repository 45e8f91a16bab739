package org.codegraft.sample.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codegraft.sample.catalog.PerishableProduct;
import org.codegraft.sample.catalog.Product;
import org.codegraft.sample.catalog.Sku;
import org.codegraft.sample.common.Audited;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.Identified;
import org.codegraft.sample.common.IdSequence;
import org.codegraft.sample.common.NotFoundException;
import org.codegraft.sample.common.NotThreadSafe;
import org.codegraft.sample.event.EventBus;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;

/** A number of bins, what lies in them and what of that is reserved. */
@NotThreadSafe
public class Warehouse {

    private final String name;
    private final Currency currency;
    private final Clock clock;
    private final EventBus bus;
    private final Map<String, Bin> bins;
    private final Map<String, Integer> reserved = new LinkedHashMap<>();
    private final IdSequence lotIds = new IdSequence("LOT", 5);

    public Warehouse(String name, Currency currency, Clock clock, EventBus bus, Collection<Bin> bins) {
        this.name = Checks.notBlank(name, "name");
        this.currency = Checks.present(currency, "currency");
        this.clock = Checks.present(clock, "clock");
        this.bus = Checks.present(bus, "bus");
        this.bins = Identified.index(Checks.notEmpty(bins, "bins"));
    }

    public String name() {
        return name;
    }

    public Currency currency() {
        return currency;
    }

    public Collection<Bin> bins() {
        return List.copyOf(bins.values());
    }

    public Bin bin(String id) throws NotFoundException {
        Bin bin = bins.get(id);
        if (bin == null) {
            throw new NotFoundException("bin", id);
        }
        return bin;
    }

    /** Stores goods in the suitable bin with the most room. */
    @Audited(value = "takes goods in", tags = "stock")
    public Lot receive(Product product, int quantity, Money unitCost) throws NoRoomException {
        Checks.positive(quantity, "quantity");
        Bin target = bins.values().stream()
                .filter(bin -> bin.suits(product) && bin.free() >= quantity)
                .max(Comparator.comparingInt(Bin::free))
                .orElseThrow(() -> new NoRoomException(product, quantity));
        LocalDate today = LocalDate.now(clock);
        LocalDate expiry = product instanceof PerishableProduct perishable ? perishable.bestBefore(today) : null;
        Lot lot = new Lot(lotIds.get(), product.id(), quantity, unitCost, today, expiry);
        target.put(lot);
        bus.publish(new Movement.Receipt(now(), lot.sku(), quantity, lot.cost(), lot.id()));
        return lot;
    }

    /** Sets goods aside, first in, first out. */
    public Reservation reserve(Sku sku, int quantity) throws InsufficientStockException {
        return reserve(sku, quantity, PickStrategy.fifo());
    }

    /** Sets goods aside by a strategy. */
    @Audited("sets goods aside")
    public Reservation reserve(Sku sku, int quantity, PickStrategy strategy) throws InsufficientStockException {
        Checks.positive(quantity, "quantity");
        List<Pick> picks = strategy.plan(quantity, candidates(sku));
        int planned = Pick.totalQuantity(picks);
        if (planned < quantity) {
            throw new InsufficientStockException(sku, quantity, planned);
        }
        picks.forEach(pick -> reserved.merge(pick.lot().id(), pick.quantity(), Integer::sum));
        return new Reservation(this, sku, picks);
    }

    /** Reserves and takes out in one go. */
    public Movement.Issue issue(Sku sku, int quantity, String reference) throws InsufficientStockException {
        try (Reservation reservation = reserve(sku, quantity)) {
            return reservation.commit(reference);
        }
    }

    @Audited(value = "moves goods between bins", tags = {"stock", "internal"})
    public Movement.Transfer transfer(String lotId, int quantity, String from, String to) throws NotFoundException {
        Bin source = bin(from);
        Bin target = bin(to);
        Checks.require(target.free() >= quantity, "bin " + to, "is too full");
        Lot moved = source.take(lotId, quantity);
        target.put(moved);
        Movement.Transfer transfer = new Movement.Transfer(now(), moved.sku(), quantity, moved.cost(), from, to);
        bus.publish(transfer);
        return transfer;
    }

    /** Writes off every lot that has expired by a day, except for what is reserved. */
    @Audited(value = "writes goods off", level = Audited.Level.CRITICAL, tags = {"stock", "loss"})
    public List<Movement.WriteOff> writeOffExpired(LocalDate day) {
        List<Movement.WriteOff> result = new ArrayList<>();
        for (Bin bin : bins.values()) {
            for (Lot lot : bin) {
                int free = lot.quantity() - reserved.getOrDefault(lot.id(), 0);
                if (!lot.isExpiredOn(day) || free <= 0) {
                    continue;
                }
                Lot lost = bin.take(lot.id(), free);
                result.add(new Movement.WriteOff(
                        now(), lost.sku(), lost.quantity(), lost.cost(), Movement.WriteOff.Reason.EXPIRED));
            }
        }
        result.forEach(bus::publish);
        return result;
    }

    public int onHand(Sku sku) {
        return lots().filter(lot -> lot.sku().equals(sku)).mapToInt(Lot::quantity).sum();
    }

    /** What is on hand and not reserved. */
    public int available(Sku sku) {
        return candidates(sku).stream().mapToInt(candidate -> candidate.lot().quantity()).sum();
    }

    /** What all the goods have cost. */
    public Money value() {
        return lots().map(Lot::cost).collect(Money.summing(currency));
    }

    /** The levels of everything that is on hand, by product. */
    public SortedMap<Sku, StockLevel> levels() {
        return lots().collect(Collectors.toMap(
                Lot::sku,
                lot -> new StockLevel(lot.quantity(), reserved.getOrDefault(lot.id(), 0), lot.cost()),
                StockLevel::plus,
                TreeMap::new));
    }

    public Stream<Lot> lots() {
        return bins.values().stream().map(Bin::lots).flatMap(List::stream);
    }

    private List<PickStrategy.Candidate> candidates(Sku sku) {
        List<PickStrategy.Candidate> result = new ArrayList<>();
        Map<String, Integer> heldBack = new LinkedHashMap<>(reserved);
        for (Bin bin : bins.values()) {
            for (Lot lot : bin.lots(sku)) {
                int held = Math.min(heldBack.getOrDefault(lot.id(), 0), lot.quantity());
                heldBack.merge(lot.id(), -held, Integer::sum);
                if (lot.quantity() > held) {
                    result.add(new PickStrategy.Candidate(bin.id(), lot.withQuantity(lot.quantity() - held)));
                }
            }
        }
        return result;
    }

    Movement.Issue carryOut(Reservation reservation, String reference) {
        for (Pick pick : reservation.picks()) {
            bins.get(pick.binId()).take(pick.lot().id(), pick.quantity());
        }
        release(reservation);
        Money cost = Pick.totalCost(currency, reservation.picks());
        Movement.Issue issue =
                new Movement.Issue(now(), reservation.sku(), reservation.quantity(), cost, reference);
        bus.publish(issue);
        return issue;
    }

    void release(Reservation reservation) {
        for (Pick pick : reservation.picks()) {
            reserved.computeIfPresent(pick.lot().id(), (id, held) -> held > pick.quantity() ? held - pick.quantity() : null);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
