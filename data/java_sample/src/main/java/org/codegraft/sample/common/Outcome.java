package org.codegraft.sample.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The result of something that may fail: either a value or the exception that prevented it.
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> permits Outcome.Success, Outcome.Failure {

    /** A value was produced. */
    record Success<T>(T value) implements Outcome<T> {
    }

    /** No value was produced. */
    record Failure<T>(Exception cause) implements Outcome<T> {

        public Failure {
            Checks.present(cause, "cause");
        }

        /** The same failure, seen as the failure to produce another type. */
        <R> Failure<R> retyped() {
            return new Failure<>(cause);
        }
    }

    static <T> Outcome<T> success(T value) {
        return new Success<>(value);
    }

    static <T> Outcome<T> failure(Exception error) {
        return new Failure<>(error);
    }

    /** Runs an action and wraps what comes of it. Errors are not caught. */
    static <T> Outcome<T> attempt(Callable<? extends T> action) {
        try {
            return success(action.call());
        } catch (Exception e) {
            return failure(e);
        }
    }

    /** Turns many outcomes into one: all the values, or the first failure. */
    static <T> Outcome<List<T>> all(Iterable<? extends Outcome<? extends T>> outcomes) {
        List<T> values = new ArrayList<>();
        for (Outcome<? extends T> outcome : outcomes) {
            if (outcome instanceof Failure<? extends T> failed) {
                return failure(failed.cause());
            }
            values.add(outcome.orElse(null));
        }
        return success(List.copyOf(values));
    }

    default boolean isSuccess() {
        return this instanceof Success<T>;
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> mapper) {
        return flatMap(value -> success(mapper.apply(value)));
    }

    default <R> Outcome<R> flatMap(Function<? super T, ? extends Outcome<R>> mapper) {
        if (this instanceof Success<T> ok) {
            return mapper.apply(ok.value());
        }
        return ((Failure<T>) this).retyped();
    }

    /** Replaces a failure by a value derived from the exception. */
    default Outcome<T> recover(Function<? super Exception, ? extends T> rescue) {
        return this instanceof Failure<T> failed ? success(rescue.apply(failed.cause())) : this;
    }

    default Outcome<T> onFailure(Consumer<? super Exception> action) {
        if (this instanceof Failure<T> failed) {
            action.accept(failed.cause());
        }
        return this;
    }

    default T orElse(T other) {
        return orElseGet(() -> other);
    }

    default T orElseGet(Supplier<? extends T> other) {
        return this instanceof Success<T> ok ? ok.value() : other.get();
    }

    /** The value, or an unchecked exception with the original one as its cause. */
    default T orElseThrow() {
        return orElseGet(() -> {
            Exception error = error().orElseThrow();
            throw new IllegalStateException(error.getMessage(), error);
        });
    }

    default Optional<Exception> error() {
        return this instanceof Failure<T> failed ? Optional.of(failed.cause()) : Optional.empty();
    }
}
