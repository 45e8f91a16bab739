/** Exact amounts of money, currencies and the conversion between them. */
package org.codegraft.sample.money;
