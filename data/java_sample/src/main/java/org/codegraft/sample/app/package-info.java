/** The parts put together: a facade over stock and books, and a small program to show it. */
package org.codegraft.sample.app;
