/**
 * The judges: pure functions from a case and the transcript of its session to a verdict. Start at
 * {@link dev.ssespec.judge.Judge}.
 */
@NullMarked
package dev.ssespec.judge;

import org.jspecify.annotations.NullMarked;
