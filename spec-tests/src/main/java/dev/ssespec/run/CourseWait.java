package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long one client case is waited for: until it is over, the target is gone, or patience ends.
 * Safe for all threads.
 */
final class CourseWait {
  /** An event that is no older shows that there may be more to come. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  /** So long a source is watched that said that it had given up. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(3);

  private static final int MOST_WAITS = 2000;

  /** How many times the timeout at most, for a source whose delay grows. */
  private static final int MOST_PATIENCE = 4;

  private final ClientPlay play;
  private final Words words;
  private final Transcript transcript;
  private final Tally tally;
  private final int answers;

  // Guarded by tally.
  private long happenings;

  /** Set once the target's end is in the transcript; the adapter knows of it a moment earlier. */
  private volatile boolean gone;

  CourseWait(ClientPlay play, Words words, Transcript transcript, Tally tally) {
    this.play = play;
    this.words = words;
    this.transcript = transcript;
    this.tally = tally;
    answers = play.program().routes().values().stream().mapToInt(r -> r.scripts().size()).sum();
  }

  /** Something happened, and stands in the tally. */
  void wake() {
    synchronized (tally) {
      happenings++;
      tally.notifyAll();
    }
  }

  /** The target is gone: nothing is waited for any more. */
  void gone() {
    gone = true;
  }

  /** Whether the target is gone. */
  boolean isGone() {
    return gone;
  }

  /**
   * Waits until the case is over, or the target is gone, or {@code timeout} has passed. A target
   * that is still reporting one new event after the other is slow, and gets more; so does a source
   * that waits longer from request to request, as it may, as long as the origin has another answer.
   * One that said that it gave up gets less.
   */
  void untilOver(Duration timeout) {
    long begun = System.nanoTime();
    if (!await(this::isOver, () -> patience(timeout)) && !gone) {
      deadline((System.nanoTime() - begun) / 1_000_000_000 + " s");
    }
  }

  /**
   * Waits until the case is over, or the target is gone, or nothing at all has happened for {@code
   * patience}; a target that goes on for very long is left, too.
   */
  void untilQuiet(Duration patience) {
    long seen = -1;
    for (int waits = 0; waits < MOST_WAITS && seen != happenings(); waits++) {
      seen = happenings();
      long before = seen;
      if (until(() -> isOver() || happenings != before, patience) && isOver()) {
        return;
      }
    }
    if (!gone) {
      deadline(patience.toSeconds() + " s since the last sign");
    }
  }

  /** Waits for the condition; returns whether it holds. */
  boolean until(BooleanSupplier condition, Duration timeout) {
    return await(condition, () -> timeout);
  }

  private boolean isOver() {
    return tally.flooded() || tally.neverOpened() || tally.has(play.until());
  }

  private void deadline(String waited) {
    transcript.add(
        Kind.DEADLINE, "waited " + waited + " for " + words.fill(play.until().inWords()));
  }

  private long happenings() {
    synchronized (tally) {
      return happenings;
    }
  }

  private Duration patience(Duration timeout) {
    Duration most = timeout.multipliedBy(MOST_PATIENCE);
    Duration request = tally.requests() < answers ? tally.nextRequestWithin() : timeout;
    Duration wanted = Collections.max(List.of(timeout, request, tally.nextEventWithin(NEWS)));
    Duration granted = wanted.compareTo(most) < 0 ? wanted : most;
    return tally
        .gaveUpAt()
        .map(at -> Collections.min(List.of(granted, at.plus(GIVEN_UP))))
        .orElse(granted);
  }

  private boolean await(BooleanSupplier condition, Supplier<Duration> timeout) {
    long begun = System.nanoTime();
    synchronized (tally) {
      while (!condition.getAsBoolean()) {
        long left = timeout.get().toNanos() - (System.nanoTime() - begun);
        if (left <= 0 || gone) {
          return false;
        }
        try {
          tally.wait(Math.max(1, left / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
  }
}
