package org.codegraft.sample.common;

import static org.codegraft.sample.common.Checks.notBlank;
import static org.codegraft.sample.common.Checks.positive;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Hands out readable ids such as {@code JE-000017}. */
public final class IdSequence implements Supplier<String> {

    private static final int DEFAULT_WIDTH = 6;

    private final String prefix;
    private final int width;
    private final AtomicLong last;

    public IdSequence(String prefix) {
        this(prefix, DEFAULT_WIDTH);
    }

    public IdSequence(String prefix, int width) {
        this(prefix, width, 0L);
    }

    public IdSequence(String prefix, int width, long last) {
        this.prefix = notBlank(prefix, "prefix");
        this.width = positive(width, "width");
        this.last = new AtomicLong(last);
    }

    @Override
    public String get() {
        return format(last.incrementAndGet());
    }

    /** The id that the next call of {@link #get()} will return. */
    public String peek() {
        return format(last.get() + 1);
    }

    private String format(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        while (digits.length() < width) {
            digits.insert(0, '0');
        }
        return prefix + "-" + digits;
    }
}
