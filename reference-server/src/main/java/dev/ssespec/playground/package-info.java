/** The demos on one local port. Start at {@code Playground}. */
@NullMarked
package dev.ssespec.playground;

import org.jspecify.annotations.NullMarked;
