/**
 * The record of a run and everything rendered from it. Start at {@link dev.ssespec.report.RunFile},
 * then {@link dev.ssespec.report.CaseRecord}.
 */
@NullMarked
package dev.ssespec.report;

import org.jspecify.annotations.NullMarked;
