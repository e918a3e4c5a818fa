/**
 * The kit inside a library's own JUnit build. Start with {@link
 * dev.ssespec.junit.ParserProperties}.
 */
@org.jspecify.annotations.NullMarked
package dev.ssespec.junit;
