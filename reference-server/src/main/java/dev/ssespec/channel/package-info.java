/**
 * A server of event streams: channels that keep what was said, streams that resume, and nobody who
 * waits for a slow reader. Start at {@code Channel}, then {@code StreamServer}.
 */
@NullMarked
package dev.ssespec.channel;

import org.jspecify.annotations.NullMarked;
