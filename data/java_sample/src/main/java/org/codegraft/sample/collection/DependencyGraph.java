package org.codegraft.sample.collection;

import java.util.*;
import java.util.stream.Collectors;

/**
 * A directed graph of things that depend on other things.
 *
 * @param <N> the type of the nodes
 */
public final class DependencyGraph<N extends Comparable<? super N>> {

    /** Thrown when an order is asked for and the dependencies go round in a circle. */
    public static final class CycleException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        CycleException(Collection<?> nodes) {
            super("dependency cycle: " + nodes.stream().map(String::valueOf).collect(Collectors.joining(" -> ")));
        }
    }

    private final Map<N, SortedSet<N>> needs = new TreeMap<>();

    public DependencyGraph<N> addNode(N node) {
        needs.computeIfAbsent(node, unused -> new TreeSet<>());
        return this;
    }

    /** Records that a node needs others to come before it. */
    @SafeVarargs
    public final DependencyGraph<N> addDependency(N node, N... prerequisites) {
        addNode(node);
        for (N prerequisite : prerequisites) {
            addNode(prerequisite);
            needs.get(node).add(prerequisite);
        }
        return this;
    }

    public Set<N> nodes() {
        return Collections.unmodifiableSet(needs.keySet());
    }

    /** Everything that must come before a node, directly or not. */
    public SortedSet<N> prerequisitesOf(N node) {
        SortedSet<N> seen = new TreeSet<>();
        Deque<N> pending = new ArrayDeque<>(needs.getOrDefault(node, Collections.emptySortedSet()));
        while (!pending.isEmpty()) {
            N current = pending.pop();
            if (seen.add(current)) {
                pending.addAll(needs.get(current));
            }
        }
        return seen;
    }

    /** The nodes in an order in which every prerequisite comes first; ties go by the natural order. */
    public List<N> order() {
        Map<N, SortedSet<N>> open = new TreeMap<>();
        needs.forEach((node, prerequisites) -> open.put(node, new TreeSet<>(prerequisites)));
        List<N> result = new ArrayList<>(needs.size());
        rounds:
        while (!open.isEmpty()) {
            for (Map.Entry<N, SortedSet<N>> entry : open.entrySet()) {
                if (!entry.getValue().isEmpty()) {
                    continue;
                }
                N ready = entry.getKey();
                result.add(ready);
                open.remove(ready);
                open.values().forEach(prerequisites -> prerequisites.remove(ready));
                continue rounds;
            }
            break rounds;
        }
        if (!open.isEmpty()) {
            throw new CycleException(findCycle(open));
        }
        return result;
    }

    public boolean hasCycle() {
        try {
            order();
            return false;
        } catch (CycleException e) {
            return true;
        }
    }

    private List<N> findCycle(Map<N, SortedSet<N>> open) {
        List<N> path = new ArrayList<>();
        N current = open.keySet().iterator().next();
        int start;
        while ((start = path.indexOf(current)) < 0) {
            path.add(current);
            current = open.get(current).first();
        }
        path.add(current);
        return path.subList(start, path.size());
    }
}
