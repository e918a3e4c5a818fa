/**
 * The clause ledger: every normative statement that the kit is about, in our own words, with the
 * place where it stands. Start at {@link dev.ssespec.clauses.Ledger}.
 */
@NullMarked
package dev.ssespec.clauses;

import org.jspecify.annotations.NullMarked;
