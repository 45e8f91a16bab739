package org.codegraft.sample.query;

import java.util.Collection;

/** The tree of a query. */
public sealed interface Expression {

    /** Whether a subject meets the condition. */
    <T> boolean matches(T subject, Fields<? super T> fields);

    /** Compares a field with a constant; a field with many values needs one that fits. */
    record Comparison(String field, Operator operator, Object constant) implements Expression {

        @Override
        public <T> boolean matches(T subject, Fields<? super T> fields) {
            Object value = fields.read(field, subject);
            if (value instanceof Collection<?> many) {
                return many.stream().anyMatch(one -> operator.test(one, constant));
            }
            return operator.test(value, constant);
        }

        @Override
        public String toString() {
            return field + " " + operator + " " + constant;
        }
    }

    /** Both conditions. */
    record And(Expression left, Expression right) implements Expression {

        @Override
        public <T> boolean matches(T subject, Fields<? super T> fields) {
            return left.matches(subject, fields) && right.matches(subject, fields);
        }

        @Override
        public String toString() {
            return "(" + left + " and " + right + ")";
        }
    }

    /** Either condition. */
    record Or(Expression left, Expression right) implements Expression {

        @Override
        public <T> boolean matches(T subject, Fields<? super T> fields) {
            return left.matches(subject, fields) || right.matches(subject, fields);
        }

        @Override
        public String toString() {
            return "(" + left + " or " + right + ")";
        }
    }

    /** The opposite of a condition. */
    record Not(Expression inner) implements Expression {

        @Override
        public <T> boolean matches(T subject, Fields<? super T> fields) {
            return !inner.matches(subject, fields);
        }

        @Override
        public String toString() {
            return "not " + inner;
        }
    }
}
