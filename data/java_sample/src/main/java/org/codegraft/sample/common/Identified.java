package org.codegraft.sample.common;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something with a key that identifies it among its peers.
 *
 * @param <K> the type of the key
 */
@FunctionalInterface
public interface Identified<K extends Comparable<? super K>> {

    K id();

    /** Whether this thing goes by the given key. */
    default boolean hasId(K key) {
        return id().compareTo(key) == 0;
    }

    /** A comparator that orders things by their keys. */
    static <K extends Comparable<? super K>, T extends Identified<K>> Comparator<T> byId() {
        return Comparator.comparing(Identified::id);
    }

    /** Indexes things by their keys; of two things with one key, the first is kept. */
    static <K extends Comparable<? super K>, T extends Identified<K>> Map<K, T> index(Iterable<? extends T> things) {
        Map<K, T> result = new LinkedHashMap<>();
        for (T thing : things) {
            result.putIfAbsent(thing.id(), thing);
        }
        return result;
    }

    /** The first thing with the given key. */
    static <K extends Comparable<? super K>, T extends Identified<K>> Optional<T> find(
            Iterable<? extends T> things, K key) {
        for (T thing : things) {
            if (thing.hasId(key)) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }
}
