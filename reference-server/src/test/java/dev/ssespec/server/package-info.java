/** The origin watched by plain sockets. */
@NullMarked
package dev.ssespec.server;

import org.jspecify.annotations.NullMarked;
