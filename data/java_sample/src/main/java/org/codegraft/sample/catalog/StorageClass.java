package org.codegraft.sample.catalog;

/** The conditions that a product wants to be kept in. */
public enum StorageClass {

    AMBIENT(5, 30),
    CHILLED(1, 8),
    FROZEN(-30, -15),
    NONE(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final int lowest;
    private final int highest;

    StorageClass(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    public boolean tolerates(int degrees) {
        return lowest <= degrees && degrees <= highest;
    }

    /** The strictest class that tolerates a temperature. */
    public static StorageClass forTemperature(int degrees) {
        for (StorageClass candidate : values()) {
            if (candidate.tolerates(degrees)) {
                return candidate;
            }
        }
        throw new AssertionError("NONE tolerates everything");
    }
}
