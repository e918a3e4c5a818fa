/**
 * The catalogue: what the kit sends, and which outcomes the standard allows, as data written by
 * hand. Start at {@link dev.ssespec.cases.Catalogue}, then {@link dev.ssespec.cases.Case}.
 */
@NullMarked
package dev.ssespec.cases;

import org.jspecify.annotations.NullMarked;
