package org.codegraft.sample.catalog;

/**
 * An operation with one method per kind of product.
 *
 * @param <R> the type of the result
 */
public interface ProductVisitor<R> {

    R visitPhysical(PhysicalProduct product);

    R visitDigital(DigitalProduct product);

    /** By default a perishable product is treated like any other physical one. */
    default R visitPerishable(PerishableProduct product) {
        return visitPhysical(product);
    }

    /** By default a bulk product is treated like any other physical one. */
    default R visitBulk(BulkProduct product) {
        return visitPhysical(product);
    }
}
