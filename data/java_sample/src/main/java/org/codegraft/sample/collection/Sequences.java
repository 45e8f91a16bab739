package org.codegraft.sample.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Helpers for anything that can be iterated over. */
public final class Sequences {

    private Sequences() {
    }

    /** The elements of several sources, one source after the other. */
    @SafeVarargs
    public static <T> List<T> concat(Iterable<? extends T>... sources) {
        List<T> result = new ArrayList<>();
        for (Iterable<? extends T> source : sources) {
            copyInto(result, source);
        }
        return result;
    }

    /** Copies from a producer to a consumer. */
    public static <T, C extends Collection<? super T>> C copyInto(C target, Iterable<? extends T> source) {
        source.forEach(target::add);
        return target;
    }

    /** Maps every element into a collection of the caller's choice. */
    public static <T, R, C extends Collection<R>> C mapTo(
            Iterable<? extends T> source, Function<? super T, ? extends R> mapper, Supplier<C> factory) {
        C result = factory.get();
        for (T element : source) {
            result.add(mapper.apply(element));
        }
        return result;
    }

    public static <T extends Comparable<? super T>> T max(Iterable<? extends T> source) {
        return reduce(source, (left, right) -> left.compareTo(right) >= 0 ? left : right);
    }

    public static <T extends Comparable<? super T>> T min(Iterable<? extends T> source) {
        return reduce(source, (left, right) -> left.compareTo(right) <= 0 ? left : right);
    }

    private static <T> T reduce(Iterable<? extends T> source, BinaryOperator<T> operator) {
        Iterator<? extends T> iterator = source.iterator();
        if (!iterator.hasNext()) {
            throw new NoSuchElementException("no elements");
        }
        T result = iterator.next();
        while (iterator.hasNext()) {
            result = operator.apply(result, iterator.next());
        }
        return result;
    }

    /** Splits a list into consecutive runs of at most the given length. */
    public static <T> List<List<T>> chunks(List<? extends T> source, int length) {
        List<List<T>> result = new ArrayList<>();
        for (int from = 0; from < source.size(); from += length) {
            int to = Math.min(from + length, source.size());
            result.add(List.copyOf(source.subList(from, to)));
        }
        return result;
    }
}
