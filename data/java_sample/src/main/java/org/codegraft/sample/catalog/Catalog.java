package org.codegraft.sample.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codegraft.sample.collection.MultiMap;
import org.codegraft.sample.common.Audited;
import org.codegraft.sample.common.NotFoundException;
import org.codegraft.sample.common.ValidationException;

/** All products that are known, sorted by their stock-keeping units. */
public final class Catalog implements Iterable<Product> {

    private final NavigableMap<Sku, Product> products = new TreeMap<>();
    private final MultiMap<String, Product> byTag = MultiMap.create(String.CASE_INSENSITIVE_ORDER);

    public Catalog() {
    }

    public Catalog(Collection<? extends Product> products) {
        products.forEach(this::add);
    }

    @Audited(value = "lists a product", tags = "catalog")
    public Catalog add(Product product) {
        Product previous = products.putIfAbsent(product.id(), product);
        if (previous != null) {
            throw new ValidationException("sku", product.id() + " is taken by " + previous.name());
        }
        for (String tag : product.tags()) {
            byTag.put(tag, product);
        }
        return this;
    }

    public Catalog add(Product first, Product... more) {
        add(first);
        for (Product product : more) {
            add(product);
        }
        return this;
    }

    @Audited(value = "delists a product", level = Audited.Level.ELEVATED, tags = {"catalog", "removal"})
    public boolean remove(Sku sku) {
        Product removed = products.remove(sku);
        if (removed == null) {
            return false;
        }
        removed.tags().forEach(tag -> byTag.remove(tag, removed));
        return true;
    }

    public Product get(Sku sku) throws NotFoundException {
        return find(sku).orElseThrow(() -> new NotFoundException("product", sku));
    }

    public Product get(String sku) throws NotFoundException {
        return get(Sku.parse(sku));
    }

    public Optional<Product> find(Sku sku) {
        return Optional.ofNullable(products.get(sku));
    }

    public boolean contains(Sku sku) {
        return products.containsKey(sku);
    }

    public List<Product> tagged(String tag) {
        return byTag.get(tag);
    }

    /** The products of one kind. */
    public <P extends Product> List<P> ofType(Class<P> type) {
        return stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Product> where(Predicate<? super Product> condition) {
        return stream().filter(condition).toList();
    }

    public Optional<Product> mostExpensive() {
        return stream().max(Comparator.comparing(Product::listPrice));
    }

    /** The lowest number in a family that no product has. */
    public Sku nextFree(String family) {
        Sku candidate = new Sku(family, 1);
        while (products.containsKey(candidate)) {
            candidate = candidate.next();
        }
        return candidate;
    }

    /** The sum of what a visitor finds for every product. */
    public <N extends Number> double total(ProductVisitor<? extends N> visitor) {
        double sum = 0;
        for (Product product : this) {
            N value = product.accept(visitor);
            sum += value.doubleValue();
        }
        return sum;
    }

    public int size() {
        return products.size();
    }

    public Stream<Product> stream() {
        return products.values().stream();
    }

    @Override
    public Iterator<Product> iterator() {
        return List.copyOf(products.values()).iterator();
    }
}
