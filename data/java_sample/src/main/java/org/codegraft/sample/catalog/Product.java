package org.codegraft.sample.catalog;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.Identified;
import org.codegraft.sample.money.Money;

/** Anything that the catalog can list. Products are immutable. */
public abstract class Product implements Identified<Sku> {

    private final Sku sku;
    private final String name;
    private final Money listPrice;
    private final Set<String> tags;

    protected Product(Builder<?> builder) {
        this.sku = Checks.present(builder.sku, "sku");
        this.name = Checks.notBlank(builder.name, "name");
        this.listPrice = Checks.present(builder.listPrice, "listPrice");
        this.tags = Collections.unmodifiableSet(new TreeSet<>(builder.tags));
        Checks.require(!listPrice.isNegative(), "listPrice", "must not be negative");
    }

    @Override
    public final Sku id() {
        return sku;
    }

    public String name() {
        return name;
    }

    public Money listPrice() {
        return listPrice;
    }

    public Set<String> tags() {
        return tags;
    }

    public boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    /** The price of a number of pieces; subclasses may grant a discount. */
    public Money priceOf(int quantity) {
        return listPrice.times(Checks.notNegative(quantity, "quantity"));
    }

    public abstract StorageClass storageClass();

    /** Hands this product to the method of a visitor that fits its kind. */
    public abstract <R> R accept(ProductVisitor<R> visitor);

    @Override
    public boolean equals(Object other) {
        return other instanceof Product product && product.sku.equals(sku);
    }

    @Override
    public int hashCode() {
        return sku.hashCode();
    }

    @Override
    public String toString() {
        return sku + " " + name;
    }

    /**
     * The part of building a product that all kinds have in common.
     *
     * @param <B> the concrete builder, so that calls can be chained
     */
    public abstract static class Builder<B extends Builder<B>> {

        private final Sku sku;
        private String name;
        private Money listPrice;
        private final Set<String> tags = new TreeSet<>();

        protected Builder(Sku sku) {
            this.sku = sku;
        }

        protected abstract B self();

        public abstract Product build();

        public B name(String value) {
            this.name = value;
            return self();
        }

        public B listPrice(Money value) {
            this.listPrice = value;
            return self();
        }

        public B tags(String... values) {
            Collections.addAll(tags, values);
            return self();
        }
    }
}
