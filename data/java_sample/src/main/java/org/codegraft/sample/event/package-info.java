/** A synchronous publish-and-subscribe bus and the events of the stockroom. */
package org.codegraft.sample.event;
