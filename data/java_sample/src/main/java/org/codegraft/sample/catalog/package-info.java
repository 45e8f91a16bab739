/**
 * What can be kept in stock: products of several kinds, their identifiers and the
 * {@linkplain org.codegraft.sample.catalog.Catalog catalog} that holds them.
 */
package org.codegraft.sample.catalog;
