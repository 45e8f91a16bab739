package org.codegraft.sample.query;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.codegraft.sample.common.Outcome;

/**
 * A condition together with the fields it may name.
 *
 * @param <T> the type of the subjects
 */
public final class Query<T> implements Predicate<T> {

    private final Expression expression;
    private final Fields<? super T> fields;

    private Query(Expression expression, Fields<? super T> fields) {
        this.expression = expression;
        this.fields = fields;
    }

    public static <T> Query<T> parse(String text, Fields<? super T> fields) throws QuerySyntaxException {
        return new Query<>(new Parser(new Lexer(text).tokens()).parse(), fields);
    }

    /** Parses a query that may well be wrong. */
    public static <T> Outcome<Query<T>> tryParse(String text, Fields<? super T> fields) {
        return Outcome.attempt(() -> parse(text, fields));
    }

    @Override
    public boolean test(T subject) {
        return expression.matches(subject, fields);
    }

    public Stream<T> over(Iterable<? extends T> subjects) {
        return StreamSupport.<T>stream(Sources.<T>widen(subjects).spliterator(), false).filter(this);
    }

    public List<T> sorted(Iterable<? extends T> subjects, Comparator<? super T> order) {
        return over(subjects).sorted(order).toList();
    }

    @Override
    public String toString() {
        return expression.toString();
    }

    private static final class Sources {

        static <T> Iterable<T> widen(Iterable<? extends T> source) {
            return () -> {
                java.util.Iterator<? extends T> inner = source.iterator();
                return new java.util.Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return inner.hasNext();
                    }

                    @Override
                    public T next() {
                        return inner.next();
                    }
                };
            };
        }
    }
}
