package org.codegraft.sample.query;

import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.codegraft.sample.common.ValidationException;

/**
 * The fields that queries about a type may name.
 *
 * @param <T> the type
 */
public final class Fields<T> {

    private final TreeMap<String, Function<? super T, ?>> readers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Fields<T> with(String name, Function<? super T, ?> reader) {
        readers.put(name, reader);
        return this;
    }

    public Set<String> names() {
        return Set.copyOf(readers.keySet());
    }

    boolean has(String name) {
        return readers.containsKey(name);
    }

    Object read(String name, T subject) {
        Function<? super T, ?> reader = readers.get(name);
        if (reader == null) {
            throw new ValidationException("field", name + " is unknown; there are " + readers.keySet());
        }
        return reader.apply(subject);
    }
}
