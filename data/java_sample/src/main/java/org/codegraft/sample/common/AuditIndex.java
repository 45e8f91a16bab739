package org.codegraft.sample.common;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@link Audited} annotations off classes and lists the methods that carry them. */
public final class AuditIndex {

    /**
     * One audited method.
     *
     * @param owner simple name of the declaring class
     * @param method name of the method
     * @param purpose the annotation's value
     * @param level the annotation's level
     * @param tags the annotation's tags
     */
    public record Entry(String owner, String method, String purpose, Audited.Level level, List<String> tags) {

        public Entry {
            tags = List.copyOf(tags);
        }

        static Entry of(Method method) {
            Audited audited = method.getAnnotation(Audited.class);
            return new Entry(
                    method.getDeclaringClass().getSimpleName(),
                    method.getName(),
                    audited.value(),
                    audited.level(),
                    List.of(audited.tags()));
        }

        /** The form in which an entry is printed. */
        public String signature() {
            return owner + "#" + method;
        }
    }

    private final List<Entry> entries;

    private AuditIndex(List<Entry> entries) {
        this.entries = entries;
    }

    /** Scans the methods that the given classes declare themselves. */
    public static AuditIndex scan(Class<?>... types) {
        List<Entry> found = Arrays.stream(types)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Audited.class))
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::owner).thenComparing(Entry::method))
                .collect(Collectors.toUnmodifiableList());
        return new AuditIndex(found);
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The entries at or above a level. */
    public List<Entry> atLeast(Audited.Level level) {
        return entries.stream().filter(entry -> entry.level().compareTo(level) >= 0).toList();
    }

    /** How many methods there are at each level; every level is present as a key. */
    public Map<Audited.Level, Integer> countByLevel() {
        Map<Audited.Level, Integer> counts = new EnumMap<>(Audited.Level.class);
        for (Audited.Level level : Audited.Level.values()) {
            counts.put(level, 0);
        }
        entries.forEach(entry -> counts.merge(entry.level(), 1, Integer::sum));
        return counts;
    }
}
