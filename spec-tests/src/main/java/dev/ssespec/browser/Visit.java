package dev.ssespec.browser;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One loading of the page, from its first word to its last. Safe for all threads. */
final class Visit {
  private final int number;
  private final Outbox outbox = new Outbox();
  private final Inbox inbox = new Inbox();
  private final AtomicInteger asking = new AtomicInteger();
  private volatile long lastAsked = System.nanoTime();
  private volatile String over = "";

  Visit(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  Outbox outbox() {
    return outbox;
  }

  Inbox inbox() {
    return inbox;
  }

  /** The page asks for messages, or has been answered. */
  void asks(boolean now) {
    lastAsked = System.nanoTime();
    asking.addAndGet(now ? 1 : -1);
  }

  /** Whether the page asked for nothing for so long. */
  boolean silentFor(Duration time) {
    return asking.get() == 0 && System.nanoTime() - lastAsked > time.toNanos();
  }

  /** Ends it; {@code why} is a clause for a person. */
  void end(String why) {
    if (over.isEmpty()) {
      over = why;
    }
    outbox.shut();
  }

  /** Why it is over; empty where it is not. */
  String over() {
    return over;
  }
}
