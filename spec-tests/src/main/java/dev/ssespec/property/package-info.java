/**
 * Generated streams: how they are drawn, what of them is sent, and how one that deviates is made
 * smaller. Start with {@link dev.ssespec.property.Experiment}.
 */
@org.jspecify.annotations.NullMarked
package dev.ssespec.property;
