package org.codegraft.sample.catalog;

import org.codegraft.sample.common.Checks;

/** A product that takes up room on a shelf. */
public class PhysicalProduct extends Product {

    private final int grams;
    private final Dimensions dimensions;
    private final StorageClass storageClass;

    protected PhysicalProduct(Builder<?> builder) {
        super(builder);
        this.grams = Checks.positive(builder.grams, "grams");
        this.dimensions = builder.dimensions;
        this.storageClass = builder.storageClass;
    }

    /** Starts a plain physical product. */
    public static Builder<?> builder(Sku sku) {
        return new PlainBuilder(sku);
    }

    public int grams() {
        return grams;
    }

    public Dimensions dimensions() {
        return dimensions;
    }

    @Override
    public StorageClass storageClass() {
        return storageClass;
    }

    /** The weight of a number of pieces. */
    public long gramsOf(int quantity) {
        return (long) grams * quantity;
    }

    @Override
    public <R> R accept(ProductVisitor<R> visitor) {
        return visitor.visitPhysical(this);
    }

    /**
     * Outer measures in millimetres, stored with the longest side first.
     *
     * @param length the longest side
     * @param width the middle side
     * @param height the shortest side
     */
    public record Dimensions(int length, int width, int height) {

        /** A size for things that nobody has measured. */
        public static final Dimensions UNKNOWN = new Dimensions(1, 1, 1);

        public Dimensions {
            Checks.positive(length, "length");
            Checks.positive(width, "width");
            Checks.positive(height, "height");
            int longest = Math.max(length, Math.max(width, height));
            int shortest = Math.min(length, Math.min(width, height));
            int middle = length + width + height - longest - shortest;
            length = longest;
            width = middle;
            height = shortest;
        }

        /** A cube. */
        public Dimensions(int side) {
            this(side, side, side);
        }

        public long volume() {
            return (long) length * width * height;
        }

        public boolean fitsInto(Dimensions box) {
            return length <= box.length && width <= box.width && height <= box.height;
        }
    }

    /**
     * Builds physical products.
     *
     * @param <B> the concrete builder
     */
    public abstract static class Builder<B extends Builder<B>> extends Product.Builder<B> {

        private int grams;
        private Dimensions dimensions = Dimensions.UNKNOWN;
        private StorageClass storageClass = StorageClass.AMBIENT;

        protected Builder(Sku sku) {
            super(sku);
        }

        public B grams(int value) {
            this.grams = value;
            return self();
        }

        public B dimensions(int length, int width, int height) {
            return dimensions(new Dimensions(length, width, height));
        }

        public B dimensions(Dimensions value) {
            this.dimensions = value;
            return self();
        }

        public B storageClass(StorageClass value) {
            this.storageClass = value;
            return self();
        }

        @Override
        public PhysicalProduct build() {
            return new PhysicalProduct(this);
        }
    }

    private static final class PlainBuilder extends Builder<PlainBuilder> {

        PlainBuilder(Sku sku) {
            super(sku);
        }

        @Override
        protected PlainBuilder self() {
            return this;
        }
    }
}
