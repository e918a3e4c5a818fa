package dev.ssespec.run;

import dev.ssespec.cases.Role;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run goes about its cases.
 *
 * @param seed what the order and the random parts of payloads are drawn from
 * @param parallel how many sessions play at a time
 * @param timeout how long one session may take
 * @param tries how many streams a property case draws
 * @param slow whether the slow cases are played, too
 * @param prompt how long one may take of a client that comes back as soon as it is told to; empty
 *     where it is no shorter
 */
public record RunOptions(
    long seed, int parallel, Duration timeout, int tries, boolean slow, Optional<Duration> prompt) {
  /** How many streams a property case draws unless told. */
  public static final int TRIES = 100;

  /** How many a property case of a client draws, each of which takes several connections. */
  public static final int CLIENT_TRIES = 24;

  /** How many streams a property case of a role draws unless told. */
  public static int tries(Role role) {
    return role == Role.CLIENT ? CLIENT_TRIES : TRIES;
  }

  /** Without the slow cases. */
  public RunOptions(long seed, int parallel, Duration timeout, int tries) {
    this(seed, parallel, timeout, tries, false, Optional.empty());
  }

  /** These options, and the slow cases, too. */
  public RunOptions withSlow() {
    return new RunOptions(seed, parallel, timeout, tries, true, prompt);
  }

  /** These options, and less time for clients that come back as soon as they are told to. */
  public RunOptions withPrompt(Duration less) {
    return new RunOptions(seed, parallel, timeout, tries, slow, Optional.of(less));
  }

  /** These options for a client that comes back as soon as it is told to. */
  RunOptions prompted() {
    return new RunOptions(seed, parallel, prompt.orElse(timeout), tries, slow, Optional.empty());
  }

  /** With as many tries as usual. */
  public RunOptions(long seed, int parallel, Duration timeout) {
    this(seed, parallel, timeout, TRIES);
  }
}
