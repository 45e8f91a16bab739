package org.codegraft.sample.common;

/** Something was asked for by name or number and is not there. */
public class NotFoundException extends StockroomException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String key;

    public NotFoundException(String kind, Object key) {
        super("no " + kind + " with key '" + key + "'");
        this.kind = kind;
        this.key = String.valueOf(key);
    }

    public String kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    @Override
    public String code() {
        return "NOT_FOUND";
    }
}
