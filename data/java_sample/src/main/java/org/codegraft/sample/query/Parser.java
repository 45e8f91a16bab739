package org.codegraft.sample.query;

import java.util.List;

/** A parser by recursive descent; {@code and} binds more tightly than {@code or}. */
final class Parser {

    private final List<Token> tokens;
    private int index;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Expression parse() throws QuerySyntaxException {
        Expression result = disjunction();
        expect(Token.Kind.END, "the end");
        return result;
    }

    private Expression disjunction() throws QuerySyntaxException {
        Expression left = conjunction();
        while (accept("or")) {
            left = new Expression.Or(left, conjunction());
        }
        return left;
    }

    private Expression conjunction() throws QuerySyntaxException {
        Expression left = negation();
        while (accept("and")) {
            left = new Expression.And(left, negation());
        }
        return left;
    }

    private Expression negation() throws QuerySyntaxException {
        if (accept("not")) {
            return new Expression.Not(negation());
        }
        if (peek().kind() == Token.Kind.OPEN) {
            index++;
            Expression inner = disjunction();
            expect(Token.Kind.CLOSE, "')'");
            return inner;
        }
        return comparison();
    }

    private Expression comparison() throws QuerySyntaxException {
        Token field = expect(Token.Kind.NAME, "a field");
        Token symbol = expect(Token.Kind.OPERATOR, "an operator");
        Operator operator = Operator.of(symbol.text())
                .orElseThrow(() -> new QuerySyntaxException("unknown operator " + symbol.text(), symbol.position()));
        return new Expression.Comparison(field.text(), operator, constant());
    }

    private Object constant() throws QuerySyntaxException {
        Token token = tokens.get(index++);
        switch (token.kind()) {
            case NUMBER:
                try {
                    return Double.valueOf(token.text());
                } catch (NumberFormatException e) {
                    throw new QuerySyntaxException("bad number " + token.text(), token.position());
                }
            case NAME:
            case STRING:
                return token.text();
            default:
                throw new QuerySyntaxException("expected a value", token.position());
        }
    }

    private Token peek() {
        return tokens.get(index);
    }

    private boolean accept(String word) {
        boolean found = peek().isWord(word);
        index += found ? 1 : 0;
        return found;
    }

    private Token expect(Token.Kind kind, String what) throws QuerySyntaxException {
        Token token = peek();
        if (token.kind() != kind) {
            throw new QuerySyntaxException("expected " + what, token.position());
        }
        index++;
        return token;
    }
}
