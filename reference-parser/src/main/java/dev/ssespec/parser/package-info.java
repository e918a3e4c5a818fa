/** How the standard reads and writes an event stream. Start at {@code EventStreamParser}. */
@NullMarked
package dev.ssespec.parser;

import org.jspecify.annotations.NullMarked;
