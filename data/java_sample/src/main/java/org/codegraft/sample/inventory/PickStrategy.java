package org.codegraft.sample.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Decides which lots a quantity is taken from. */
@FunctionalInterface
public interface PickStrategy {

    /**
     * A lot and the place where it lies.
     *
     * @param binId the bin
     * @param lot the lot
     */
    record Candidate(String binId, Lot lot) {
    }

    /**
     * Plans picks for a quantity. The plan falls short if the candidates do.
     *
     * @param quantity how many pieces are wanted
     * @param candidates the lots to choose from, all of one product
     */
    List<Pick> plan(int quantity, List<Candidate> candidates);

    /** A strategy that sees only the candidates whose lots meet a condition. */
    default PickStrategy onlyIf(Predicate<? super Lot> condition) {
        return (quantity, candidates) -> plan(
                quantity, candidates.stream().filter(candidate -> condition.test(candidate.lot())).toList());
    }

    /** First in, first out. */
    static PickStrategy fifo() {
        return inOrder(Lot.OLDEST_FIRST);
    }

    /** Last in, first out. */
    static PickStrategy lifo() {
        return inOrder(Lot.OLDEST_FIRST.reversed());
    }

    /** First expired, first out; what has expired by a day is left alone. */
    static PickStrategy fefo(LocalDate today) {
        return inOrder(Lot.EXPIRING_FIRST).onlyIf(lot -> !lot.isExpiredOn(today));
    }

    /** Takes from the lots in an order, as much from each as possible. */
    static PickStrategy inOrder(Comparator<? super Lot> order) {
        return (quantity, candidates) -> {
            List<Candidate> sorted = new ArrayList<>(candidates);
            sorted.sort((left, right) -> order.compare(left.lot(), right.lot()));
            List<Pick> picks = new ArrayList<>();
            int open = quantity;
            for (Candidate candidate : sorted) {
                if (open == 0) {
                    break;
                }
                int taken = Math.min(open, candidate.lot().quantity());
                picks.add(new Pick(candidate.binId(), candidate.lot(), taken));
                open -= taken;
            }
            return picks;
        };
    }

    /** Takes from as few lots as possible; of the lots that cover everything alone, the smallest. */
    static PickStrategy fewestLots() {
        class BySize implements PickStrategy {

            private final Comparator<Candidate> largestFirst =
                    Comparator.comparingInt((Candidate candidate) -> candidate.lot().quantity()).reversed();

            @Override
            public List<Pick> plan(int quantity, List<Candidate> candidates) {
                return candidates.stream()
                        .filter(candidate -> candidate.lot().quantity() >= quantity)
                        .min(largestFirst.reversed())
                        .map(candidate -> List.of(new Pick(candidate.binId(), candidate.lot(), quantity)))
                        .orElseGet(() -> spread(quantity, candidates));
            }

            private List<Pick> spread(int quantity, List<Candidate> candidates) {
                return inOrder(Comparator.comparingInt(Lot::quantity).reversed()).plan(quantity, candidates);
            }
        }
        return new BySize();
    }
}
