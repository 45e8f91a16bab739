package org.codegraft.sample.catalog;

import java.net.URI;
import org.codegraft.sample.common.Checks;

/** A product that is delivered over the wire and is never out of stock. */
public final class DigitalProduct extends Product {

    private final URI location;

    private DigitalProduct(Builder builder) {
        super(builder);
        this.location = Checks.present(builder.location, "location");
    }

    public static Builder builder(Sku sku) {
        return new Builder(sku);
    }

    public URI location() {
        return location;
    }

    @Override
    public StorageClass storageClass() {
        return StorageClass.NONE;
    }

    @Override
    public <R> R accept(ProductVisitor<R> visitor) {
        return visitor.visitDigital(this);
    }

    /** Builds digital products. */
    public static final class Builder extends Product.Builder<Builder> {

        private URI location;

        private Builder(Sku sku) {
            super(sku);
        }

        public Builder location(String value) {
            this.location = URI.create(value);
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public DigitalProduct build() {
            return new DigitalProduct(this);
        }
    }
}
