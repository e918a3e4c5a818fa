package dev.ssespec.channel;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a state that nothing tells of. */
public final class Patience {
  private static final long NANOS = Duration.ofSeconds(60).toNanos();

  private Patience() {}

  /** Returns when it is so; fails if that never happens. */
  public static void until(BooleanSupplier so) {
    long deadline = System.nanoTime() + NANOS;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain");
      }
      Thread.onSpinWait();
    }
  }
}
