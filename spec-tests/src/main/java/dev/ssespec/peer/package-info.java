/**
 * The kit's own targets: sound ones, faulty ones with one named fault each, and legal oddballs. The
 * kit proves its cases with them. Start at {@link dev.ssespec.peer.SoundParser}.
 */
@NullMarked
package dev.ssespec.peer;

import org.jspecify.annotations.NullMarked;
