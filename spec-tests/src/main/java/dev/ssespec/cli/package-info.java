/**
 * The command line: one class a verb. Start at {@link dev.ssespec.cli.Main}; what all testing verbs
 * share is in {@link dev.ssespec.cli.RunFlags} and {@link dev.ssespec.cli.TestRun}.
 */
@NullMarked
package dev.ssespec.cli;

import org.jspecify.annotations.NullMarked;
