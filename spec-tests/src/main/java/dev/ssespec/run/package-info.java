/**
 * A run: sessions that play a case's stimulus against a target and write down all that passed, many
 * at a time. Start at {@link dev.ssespec.run.Runner}.
 */
@NullMarked
package dev.ssespec.run;

import org.jspecify.annotations.NullMarked;
