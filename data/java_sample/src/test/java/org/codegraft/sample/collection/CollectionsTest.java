package org.codegraft.sample.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    @Test
    void ringBufferDropsTheOldest() {
        RingBuffer<Integer> buffer = new RingBuffer<>(3);
        buffer.addAll(List.of(1, 2, 3));
        assertEquals(Optional.of(1), buffer.add(4));
        assertEquals(List.of(2, 3, 4), buffer.stream().toList());
        assertEquals(List.of(4, 3, 2), Sequences.concat(buffer.newestFirst()));
        buffer.clear();
        assertTrue(buffer.isEmpty());
    }

    @Test
    void lruCacheForgetsTheLeastRecent() {
        LruCache<String, Integer> cache = new LruCache<>(2, String::length);
        cache.get("a");
        cache.get("bb");
        cache.get("a");
        cache.get("ccc");
        assertFalse(cache.keys().contains("bb"));
        assertEquals(0.25, cache.stats().hitRate(), 1e-9);
    }

    @Test
    void multiMapGroupsAndIterates() {
        MultiMap<Integer, String> map = MultiMap.group(List.of("bb", "a", "cc"), String::length);
        map.put(1, "x", "y");
        List<String> seen = new ArrayList<>();
        for (Map.Entry<Integer, String> entry : map) {
            seen.add(entry.getKey() + entry.getValue());
        }
        assertEquals(List.of("1a", "1x", "1y", "2bb", "2cc"), seen);
        assertTrue(map.remove(2, "bb"));
        assertEquals(4, map.size());
    }

    @Test
    void graphOrdersAndFindsCycles() {
        DependencyGraph<String> graph = new DependencyGraph<>();
        graph.addDependency("c", "a", "b").addDependency("b", "a");
        assertEquals(List.of("a", "b", "c"), graph.order());
        assertEquals(List.of("a", "b"), List.copyOf(graph.prerequisitesOf("c")));
        graph.addDependency("a", "c");
        assertThrows(DependencyGraph.CycleException.class, graph::order);
    }

    @Test
    void sequences() {
        assertEquals(3, Sequences.max(List.of(1, 3, 2)));
        assertEquals(List.of(List.of(1, 2), List.of(3)), Sequences.chunks(List.of(1, 2, 3), 2));
    }
}
