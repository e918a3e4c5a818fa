package dev.ssespec.peer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the events of a {@link PlainServer} happen. */
record ServerClock(long begun, Duration interval, CountDownLatch closed) {
  /** The number of the last event that has happened; 0 before the first. */
  int now() {
    return (int) ((System.nanoTime() - begun) / interval.toNanos());
  }

  /** Waits until event {@code number} has happened; false where the server was closed first. */
  boolean await(int number) throws InterruptedException {
    return pause(begun + number * interval.toNanos() - System.nanoTime());
  }

  /** Waits; false where the server was closed meanwhile. */
  boolean pause(long nanos) throws InterruptedException {
    return !closed.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }
}
