package org.codegraft.sample.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.codegraft.sample.common.NotFoundException;
import org.codegraft.sample.common.ValidationException;
import org.codegraft.sample.money.Currency;
import org.codegraft.sample.money.Money;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final BulkProduct tea = BulkProduct.builder(new Sku("tea", 1)).name("Tea").grams(50).tags("hot")
            .listPrice(Money.of(2, Currency.EUR)).discount(10, 50).build();
    private final PerishableProduct milk = PerishableProduct.builder(new Sku("MLK", 1)).name("Milk").grams(1000)
            .listPrice(Money.of(1, Currency.EUR)).keepsForDays(3).build();

    @Test
    void findsBySkuAndTag() throws Exception {
        Catalog catalog = new Catalog().add(tea, milk);
        assertSame(tea, catalog.get("tea-1"));
        assertEquals(1, catalog.tagged("HOT").size());
        assertEquals(new Sku("TEA", 2), catalog.nextFree("TEA"));
        assertThrows(NotFoundException.class, () -> catalog.get("ZZ-9"));
        assertThrows(ValidationException.class, () -> catalog.add(tea));
    }

    @Test
    void visitorsFallBackToPhysical() {
        ProductVisitor<Integer> grams = new ProductVisitor<>() {
            @Override
            public Integer visitPhysical(PhysicalProduct product) {
                return product.grams();
            }

            @Override
            public Integer visitDigital(DigitalProduct product) {
                return 0;
            }
        };
        assertEquals(1050.0, new Catalog().add(tea, milk).total(grams), 1e-9);
    }

    @Test
    void discountsAndShelfLife() {
        assertEquals(Money.of(10, Currency.EUR), tea.priceOf(10));
        assertEquals(LocalDate.of(2024, 3, 1), milk.bestBefore(LocalDate.of(2024, 2, 27)));
        assertEquals(StorageClass.CHILLED, milk.storageClass());
    }
}
