/**
 * Stock on hand: warehouses made of bins, lots in the bins, the movements that change
 * them and the strategies by which lots are picked.
 */
package org.codegraft.sample.inventory;
