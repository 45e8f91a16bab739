package org.codegraft.sample.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts the text of a query into tokens. */
final class Lexer {

    private static final String OPERATOR_CHARS = "<>=!~";

    private final String text;
    private int position;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws QuerySyntaxException {
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() throws QuerySyntaxException {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == text.length()) {
            return new Token(Token.Kind.END, "", start);
        }
        char c = text.charAt(start);
        return switch (c) {
            case '(' -> single(Token.Kind.OPEN);
            case ')' -> single(Token.Kind.CLOSE);
            case '"', '\'' -> quoted(c);
            default -> {
                if (Character.isLetter(c)) {
                    yield run(Token.Kind.NAME, Character::isLetterOrDigit);
                } else if (Character.isDigit(c)) {
                    yield run(Token.Kind.NUMBER, d -> Character.isDigit(d) || d == '.');
                } else if (isOperator(c)) {
                    yield run(Token.Kind.OPERATOR, Lexer::isOperator);
                }
                throw new QuerySyntaxException("unexpected character '" + c + "'", start);
            }
        };
    }

    private Token single(Token.Kind kind) {
        int start = position++;
        return new Token(kind, text.substring(start, position), start);
    }

    private Token run(Token.Kind kind, IntPredicate belongs) {
        int start = position;
        while (position < text.length() && belongs.test(text.charAt(position))) {
            position++;
        }
        return new Token(kind, text.substring(start, position), start);
    }

    private Token quoted(char quote) throws QuerySyntaxException {
        int start = position;
        int end = text.indexOf(quote, start + 1);
        if (end < 0) {
            throw new QuerySyntaxException("quote is not closed", start);
        }
        position = end + 1;
        return new Token(Token.Kind.STRING, text.substring(start + 1, end), start);
    }

    private static boolean isOperator(int c) {
        return OPERATOR_CHARS.indexOf(c) >= 0;
    }
}
