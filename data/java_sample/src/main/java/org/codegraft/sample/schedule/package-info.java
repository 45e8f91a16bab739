/** Jobs that run at given times, under a clock that can be moved by hand. */
package org.codegraft.sample.schedule;
