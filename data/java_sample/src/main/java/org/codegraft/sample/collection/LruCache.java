package org.codegraft.sample.collection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.codegraft.sample.common.Checks;

/**
 * A cache that forgets the entry that was used least recently.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class LruCache<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final int capacity;
    private final Function<? super K, ? extends V> loader;
    private final Map<K, V> entries;
    private long hits;
    private long misses;

    public LruCache(int capacity, Function<? super K, ? extends V> loader) {
        this.capacity = Checks.positive(capacity, "capacity");
        this.loader = Checks.present(loader, "loader");
        this.entries = new LinkedHashMap<>(capacity * 2, LOAD_FACTOR, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > LruCache.this.capacity;
            }
        };
    }

    /** The cached value, loaded if it was not there. */
    public V get(K key) {
        V cached = entries.get(key);
        if (cached != null) {
            hits++;
            return cached;
        }
        misses++;
        V loaded = loader.apply(key);
        if (loaded != null) {
            entries.put(key, loaded);
        }
        return loaded;
    }

    public void invalidate(K key) {
        entries.remove(key);
    }

    public void invalidateAll() {
        entries.clear();
    }

    public Set<K> keys() {
        return Set.copyOf(entries.keySet());
    }

    /** A snapshot of the counters. */
    public Stats stats() {
        return new Stats(hits, misses);
    }

    /** How well a cache does. */
    public record Stats(long hits, long misses) {

        public double hitRate() {
            long total = hits + misses;
            return total == 0 ? 0.0 : (double) hits / total;
        }
    }
}
