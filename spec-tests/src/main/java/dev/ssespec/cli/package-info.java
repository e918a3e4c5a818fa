/** The command line. Start at {@code Main}. */
@NullMarked
package dev.ssespec.cli;

import org.jspecify.annotations.NullMarked;
