package org.codegraft.sample.common;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;

/** Argument checks that throw {@link ValidationException}. */
public final class Checks {

    private Checks() {
        throw new AssertionError("no instances");
    }

    public static <T> T present(T value, String name) {
        if (value == null) {
            throw new ValidationException(name, "must not be null");
        }
        return value;
    }

    public static String notBlank(String value, String name) {
        if (present(value, name).isBlank()) {
            throw new ValidationException(name, "must not be blank");
        }
        return value;
    }

    public static <C extends Collection<?>> C notEmpty(C values, String name) {
        if (present(values, name).isEmpty()) {
            throw new ValidationException(name, "must not be empty");
        }
        return values;
    }

    public static int positive(int value, String name) {
        if (value <= 0) {
            throw new ValidationException(name, "must be positive but is " + value);
        }
        return value;
    }

    public static long positive(long value, String name) {
        if (value <= 0L) {
            throw new ValidationException(name, "must be positive but is " + value);
        }
        return value;
    }

    public static int notNegative(int value, String name) {
        return inRange(value, 0, Integer.MAX_VALUE, name);
    }

    /** Checks {@code low <= value <= high} for anything that can be ordered. */
    public static <T extends Comparable<? super T>> T inRange(T value, T low, T high, String name) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new ValidationException(name, "must be in [" + low + ", " + high + "] but is " + value);
        }
        return value;
    }

    /** Checks a condition about some subject. */
    public static void require(boolean condition, String subject, String message) {
        if (!condition) {
            throw new ValidationException(subject, message);
        }
    }

    /** As the other overload, but the message is only built when it is needed. */
    public static void require(boolean condition, String subject, Supplier<String> message) {
        if (!condition) {
            throw new ValidationException(subject, Objects.requireNonNull(message.get()));
        }
    }
}
