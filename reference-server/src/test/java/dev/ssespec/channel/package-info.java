/** The stream server over real connections. */
@NullMarked
package dev.ssespec.channel;

import org.jspecify.annotations.NullMarked;
