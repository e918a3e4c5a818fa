/** The playground as a whole. */
@NullMarked
package dev.ssespec.playground;

import org.jspecify.annotations.NullMarked;
