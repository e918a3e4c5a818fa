/** The clients against the origin. */
@NullMarked
package dev.ssespec.client;

import org.jspecify.annotations.NullMarked;
