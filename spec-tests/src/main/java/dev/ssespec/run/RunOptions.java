package dev.ssespec.run;

import java.time.Duration;

/**
 * How a run goes about its cases.
 *
 * @param seed what the order and the random parts of payloads are drawn from
 * @param parallel how many sessions play at a time
 * @param timeout how long one session may take
 */
public record RunOptions(long seed, int parallel, Duration timeout) {}
