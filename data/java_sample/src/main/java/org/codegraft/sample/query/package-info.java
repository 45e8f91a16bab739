/** A small language for conditions, such as {@code price < 20 and not (tag = "tea")}. */
package org.codegraft.sample.query;
