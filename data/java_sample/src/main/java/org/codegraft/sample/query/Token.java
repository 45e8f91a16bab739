package org.codegraft.sample.query;

/** The smallest part of a query that means something. */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        OPEN,
        CLOSE,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
