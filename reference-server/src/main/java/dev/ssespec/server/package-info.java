/**
 * The scripted origin, which plays bytes exactly as told and records what it saw. Start at {@code
 * Origin}.
 */
@NullMarked
package dev.ssespec.server;

import org.jspecify.annotations.NullMarked;
