package dev.ssespec.client;

import java.time.Duration;

/**
 * How long to wait before the next connection: the reconnection time, and some more where the
 * attempts before led to no stream, as the standard suggests. So neither {@code retry: 0} nor a
 * server that is down makes a storm of requests.
 */
final class Backoff {
  private static final Duration LEAST = Duration.ofMillis(20);
  private static final int MAX_DOUBLINGS = 6;

  private Duration reconnectionTime;
  private int failures;

  Backoff(Duration reconnectionTime) {
    this.reconnectionTime = reconnectionTime;
  }

  void reconnectionTime(Duration time) {
    reconnectionTime = time;
  }

  /** A stream was announced. */
  void connected() {
    failures = -1;
  }

  /** The time to wait now: never less than the reconnection time, at most 1.28 s more. */
  Duration next() {
    failures = Math.min(failures + 1, MAX_DOUBLINGS);
    Duration extra = failures == 0 ? Duration.ZERO : LEAST.multipliedBy(1L << failures);
    Duration least = reconnectionTime.compareTo(LEAST) < 0 ? LEAST : reconnectionTime;
    return least.compareTo(Duration.ofMillis(Long.MAX_VALUE)) >= 0 ? least : least.plus(extra);
  }
}
