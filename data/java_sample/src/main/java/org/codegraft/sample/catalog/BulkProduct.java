package org.codegraft.sample.catalog;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.money.Money;

/** A physical product that gets cheaper the more of it is bought. */
public final class BulkProduct extends PhysicalProduct {

    private static final int HUNDRED = 100;

    private final NavigableMap<Integer, Integer> discounts;

    private BulkProduct(Builder builder) {
        super(builder);
        this.discounts = new TreeMap<>(builder.discounts);
    }

    public static Builder builder(Sku sku) {
        return new Builder(sku);
    }

    /** The discount, in percent, on a purchase of some size. */
    public int discountAt(int quantity) {
        Map.Entry<Integer, Integer> step = discounts.floorEntry(quantity);
        return step == null ? 0 : step.getValue();
    }

    @Override
    public Money priceOf(int quantity) {
        return super.priceOf(quantity).times(HUNDRED - discountAt(quantity), HUNDRED);
    }

    @Override
    public <R> R accept(ProductVisitor<R> visitor) {
        return visitor.visitBulk(this);
    }

    /** Builds bulk products. */
    public static final class Builder extends PhysicalProduct.Builder<Builder> {

        private final NavigableMap<Integer, Integer> discounts = new TreeMap<>();

        private Builder(Sku sku) {
            super(sku);
        }

        /** From some quantity on, the whole purchase is cheaper by a percentage. */
        public Builder discount(int fromQuantity, int percent) {
            Checks.positive(fromQuantity, "fromQuantity");
            discounts.put(fromQuantity, Checks.inRange(percent, 0, HUNDRED, "percent"));
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public BulkProduct build() {
            return new BulkProduct(this);
        }
    }
}
