/** The record of a run and everything rendered from it. Start at {@code RunFile}. */
@NullMarked
package dev.ssespec.report;

import org.jspecify.annotations.NullMarked;
