/**
 * How an HTTP/1.1 message is cut into head and body (RFC 9112), shared by the origin, which reads
 * requests, and the wire client, which reads responses. Start at {@code MessageHead}.
 */
@NullMarked
package dev.ssespec.http;

import org.jspecify.annotations.NullMarked;
