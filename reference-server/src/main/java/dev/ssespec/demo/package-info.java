/**
 * Five small systems that live on event streams: a classroom, a messenger, a ticker, a cinema and a
 * counter, each with a page. Start at {@code Messenger}, the smallest.
 */
@NullMarked
package dev.ssespec.demo;

import org.jspecify.annotations.NullMarked;
