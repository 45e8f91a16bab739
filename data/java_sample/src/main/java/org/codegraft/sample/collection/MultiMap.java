package org.codegraft.sample.collection;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * A sorted map from a key to a list of values.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class MultiMap<K, V> implements Iterable<Map.Entry<K, V>> {

    private final TreeMap<K, List<V>> groups;
    private int size;

    private MultiMap(Comparator<? super K> order) {
        this.groups = new TreeMap<>(order);
    }

    public static <K extends Comparable<? super K>, V> MultiMap<K, V> create() {
        return new MultiMap<>(Comparator.naturalOrder());
    }

    public static <K, V> MultiMap<K, V> create(Comparator<? super K> order) {
        return new MultiMap<>(order);
    }

    /** Groups values under a key computed from each. */
    public static <K extends Comparable<? super K>, V> MultiMap<K, V> group(
            Collection<? extends V> values, Function<? super V, ? extends K> key) {
        MultiMap<K, V> result = create();
        values.forEach(value -> result.put(key.apply(value), value));
        return result;
    }

    /** A collector for streams that groups like {@link #group}. */
    public static <K extends Comparable<? super K>, V> Collector<V, ?, MultiMap<K, V>> collector(
            Function<? super V, ? extends K> key) {
        return Collector.of(
                MultiMap::<K, V>create,
                (map, value) -> map.put(key.apply(value), value),
                MultiMap::merge);
    }

    public MultiMap<K, V> put(K key, V value) {
        groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
        size++;
        return this;
    }

    @SafeVarargs
    public final MultiMap<K, V> put(K key, V first, V... more) {
        put(key, first);
        for (V value : more) {
            put(key, value);
        }
        return this;
    }

    public boolean remove(K key, V value) {
        List<V> group = groups.get(key);
        if (group == null || !group.remove(value)) {
            return false;
        }
        if (group.isEmpty()) {
            groups.remove(key);
        }
        size--;
        return true;
    }

    public List<V> get(K key) {
        return Collections.unmodifiableList(groups.getOrDefault(key, List.of()));
    }

    public Set<K> keys() {
        return Collections.unmodifiableSet(groups.keySet());
    }

    public int size() {
        return size;
    }

    public void forEachGroup(BiConsumer<? super K, ? super List<V>> action) {
        groups.forEach((key, values) -> action.accept(key, Collections.unmodifiableList(values)));
    }

    private MultiMap<K, V> merge(MultiMap<K, V> other) {
        for (Map.Entry<K, V> entry : other) {
            put(entry.getKey(), entry.getValue());
        }
        return this;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return new Iterator<>() {
            private final Iterator<Map.Entry<K, List<V>>> outer = groups.entrySet().iterator();
            private Iterator<V> inner = Collections.emptyIterator();
            private K key;

            @Override
            public boolean hasNext() {
                while (!inner.hasNext() && outer.hasNext()) {
                    Map.Entry<K, List<V>> group = outer.next();
                    key = group.getKey();
                    inner = group.getValue().iterator();
                }
                return inner.hasNext();
            }

            @Override
            public Map.Entry<K, V> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return new SimpleImmutableEntry<>(key, inner.next());
            }
        };
    }

    @Override
    public String toString() {
        return groups.toString();
    }
}
