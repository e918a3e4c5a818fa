/** Heads and chunks, cut anywhere. */
@NullMarked
package dev.ssespec.http;

import org.jspecify.annotations.NullMarked;
