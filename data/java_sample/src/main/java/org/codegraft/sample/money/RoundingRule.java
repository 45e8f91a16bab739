package org.codegraft.sample.money;

/** How a fraction of the smallest unit is dealt with; each constant brings its own method. */
public enum RoundingRule {

    DOWN {
        @Override
        long divide(long dividend, long divisor) {
            return Math.floorDiv(dividend, divisor);
        }
    },

    UP {
        @Override
        long divide(long dividend, long divisor) {
            return -Math.floorDiv(-dividend, divisor);
        }
    },

    HALF_UP {
        @Override
        long divide(long dividend, long divisor) {
            return Math.floorDiv(2 * dividend + divisor, 2 * divisor);
        }
    },

    HALF_EVEN {
        @Override
        long divide(long dividend, long divisor) {
            long floor = DOWN.divide(dividend, divisor);
            long twice = 2 * (dividend - floor * divisor);
            int side = Long.compare(twice, divisor);
            if (side == 0) {
                return floor % 2 == 0 ? floor : floor + 1;
            }
            return side < 0 ? floor : floor + 1;
        }
    };

    /** The default of the books. */
    public static final RoundingRule STANDARD = HALF_EVEN;

    /**
     * Divides and rounds.
     *
     * @param dividend any number
     * @param divisor a positive number
     */
    abstract long divide(long dividend, long divisor);
}
