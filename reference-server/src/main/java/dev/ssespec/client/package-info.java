/**
 * The two clients: {@code EventSource}, which behaves as the standard says, on an {@code
 * EventSourceClient}; and {@code WireClient}, which shows what an endpoint really sends. Start at
 * either.
 */
@NullMarked
package dev.ssespec.client;

import org.jspecify.annotations.NullMarked;
