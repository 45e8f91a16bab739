/** Small general-purpose collections that the JDK does not offer. */
package org.codegraft.sample.collection;
