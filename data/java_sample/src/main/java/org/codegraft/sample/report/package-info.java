/** Tables and the formats in which they are written. */
package org.codegraft.sample.report;
