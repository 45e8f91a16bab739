package org.codegraft.sample.catalog;

import java.time.LocalDate;
import java.time.Period;
import org.codegraft.sample.common.Checks;

/** A physical product that does not keep for ever. */
public final class PerishableProduct extends PhysicalProduct {

    private final Period shelfLife;

    private PerishableProduct(Builder builder) {
        super(builder);
        this.shelfLife = Checks.present(builder.shelfLife, "shelfLife");
        Checks.require(!shelfLife.isZero() && !shelfLife.isNegative(), "shelfLife", "must be positive");
    }

    public static Builder builder(Sku sku) {
        return new Builder(sku);
    }

    public Period shelfLife() {
        return shelfLife;
    }

    /** The last day on which goods received on a day may be sold. */
    public LocalDate bestBefore(LocalDate received) {
        return received.plus(shelfLife);
    }

    @Override
    public <R> R accept(ProductVisitor<R> visitor) {
        return visitor.visitPerishable(this);
    }

    /** Builds perishable products; they are chilled unless told otherwise. */
    public static final class Builder extends PhysicalProduct.Builder<Builder> {

        private Period shelfLife;

        {
            storageClass(StorageClass.CHILLED);
        }

        private Builder(Sku sku) {
            super(sku);
        }

        public Builder keepsForDays(int days) {
            return keepsFor(Period.ofDays(days));
        }

        public Builder keepsFor(Period value) {
            this.shelfLife = value;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public PerishableProduct build() {
            return new PerishableProduct(this);
        }
    }
}
