/** Each demo in dialogue with a client. */
@NullMarked
package dev.ssespec.demo;

import org.jspecify.annotations.NullMarked;
