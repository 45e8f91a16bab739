package org.codegraft.sample.query;

import org.codegraft.sample.common.StockroomException;

/** A query cannot be understood. */
public final class QuerySyntaxException extends StockroomException {

    private static final long serialVersionUID = 1L;

    private final int position;

    public QuerySyntaxException(String message, int position) {
        super(message + " at position " + position);
        this.position = position;
    }

    /** Where in the text the trouble is, counted from zero. */
    public int position() {
        return position;
    }

    @Override
    public String code() {
        return "QUERY_SYNTAX";
    }
}
