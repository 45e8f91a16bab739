/**
 * Foundations shared by every other package: argument checks, result values,
 * identifiers, marker annotations and the roots of the exception hierarchy.
 */
package org.codegraft.sample.common;
