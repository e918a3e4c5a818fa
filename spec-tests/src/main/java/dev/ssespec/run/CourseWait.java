package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long one client case is waited for: until it is over, the target is gone, or patience ends.
 * Safe for all threads.
 */
final class CourseWait {
  /** The note of a target that served no other source either. */
  static final String UNSERVED = "meanwhile no other source of the target got an event";

  /** So many times as long as another source's event takes, a case is waited for at its end. */
  private static final int EVENTS = 20;

  /** So many times the same, an answer to close: less than an event is asked for there. */
  private static final int ANSWERS = 3;

  /** Whoever has to be waited for so much longer may have become faster meanwhile. */
  private static final Duration LONG = Duration.ofSeconds(1);

  /** An event, or an awaited request, that is no older shows that there may be more to come. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  /** So long a source is watched that said that it had given up. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(3);

  private static final int MOST_WAITS = 2000;

  /** How many times the timeout at most, for a source whose delay grows. */
  private static final int MOST_PATIENCE = 5;

  private final ClientPlay play;
  private final Words words;
  private final Transcript transcript;
  private final Tally tally;
  private final Supplier<Optional<Duration>> other;
  private final Industry industry;
  private final int answers;

  // Guarded by tally.
  private long happenings;

  /** Set once the target's end is in the transcript; the adapter knows of it a moment earlier. */
  private volatile boolean gone;

  /**
   * @param other lets another source of the target be served, and tells how long its event took
   * @param industry whether the target is at work
   */
  CourseWait(
      ClientPlay play,
      Words words,
      Transcript transcript,
      Tally tally,
      Supplier<Optional<Duration>> other,
      Industry industry) {
    this.play = play;
    this.words = words;
    this.transcript = transcript;
    this.tally = tally;
    this.other = other;
    this.industry = industry;
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
   * Waits until the case is over, or the target is gone, or {@code timeout} has passed, and {@code
   * work} with it for as long as the target is at work. A target that is still reporting one new
   * event after the other is slow, and gets more; so does a source that waits longer from request
   * to request, as it may, as long as the origin has another answer. One that said that it gave up
   * gets less. The time is over only when the target has meanwhile served another source, that
   * one's event came so fast that this case cannot just be late, and nothing that the case waits
   * for came just now.
   */
  void untilOver(Duration timeout, ProgramTime time) {
    long begun = System.nanoTime();
    if (!await(this::isOver, () -> patience(timeout))
        && !worksOn(time)
        && !comesLate(this::isOver, EVENTS)
        && !goesOn(timeout)
        && !gone) {
      deadline((System.nanoTime() - begun) / 1_000_000_000 + " s");
    }
  }

  /** Whether the case comes to its end while the target is at work. */
  private boolean worksOn(ProgramTime time) {
    return tally.gaveUpAt().isEmpty()
        && industry.outlasts(time.work(), time.effort(), most -> gone || until(this::isOver, most));
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
    if (!comesLate(this::isOver, EVENTS) && !gone) {
      deadline(patience.toSeconds() + " s since the last sign");
    }
  }

  /** Waits for an answer, and longer where the target is slow; returns whether it came. */
  boolean untilOrLate(BooleanSupplier condition, Duration timeout) {
    return until(condition, timeout) || comesLate(condition, ANSWERS);
  }

  /**
   * Whether the condition comes true in the time that a target as slow as this one needs. One that
   * has become faster meanwhile needs less: where it is long, that is asked again.
   */
  private boolean comesLate(BooleanSupplier condition, int times) {
    if (gone) {
      return false;
    }
    Duration served = otherServed();
    Duration left = served.multipliedBy(times);
    while (left.compareTo(LONG) > 0) {
      Duration step = lesser(left, served.multipliedBy(ANSWERS));
      if (until(condition, step) || gone) {
        return condition.getAsBoolean();
      }
      served = otherServed();
      left = lesser(left.minus(step), served.multipliedBy(times));
    }
    return until(condition, left);
  }

  /** How long another source's event takes now; nothing where it does not come. */
  private Duration otherServed() {
    Optional<Duration> served = other.get();
    transcript.add(
        Kind.NOTE,
        served
            .map(took -> "meanwhile another source got its event after " + took.toMillis() + " ms")
            .orElse(UNSERVED));
    return served.orElse(Duration.ZERO);
  }

  /** Whether the case comes to its end while something that it waits for comes again and again. */
  private boolean goesOn(Duration timeout) {
    Duration begun = tally.sinceBegin();
    Duration most = timeout.multipliedBy(MOST_PATIENCE);
    return tally.gaveUpAt().isEmpty()
        && await(this::isOver, () -> lesser(most, news()).minus(begun));
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
        Kind.DEADLINE,
        "waited "
            + waited
            + " for "
            + words.fill(play.until().inWords())
            + (industry.toTheEnd() ? "; the target was at work to the end" : ""));
  }

  private long happenings() {
    synchronized (tally) {
      return happenings;
    }
  }

  /** Until when, from the beginning, more may come, since something came just now. */
  private Duration news() {
    return greater(tally.nextEventWithin(NEWS), tally.requestsAwaited(answers, NEWS));
  }

  private static Duration greater(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration lesser(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration patience(Duration timeout) {
    Duration most = timeout.multipliedBy(MOST_PATIENCE);
    Duration request = tally.requests() < answers ? tally.nextRequestWithin() : timeout;
    Duration granted =
        lesser(most, greater(timeout, greater(request, tally.nextEventWithin(NEWS))));
    return tally.gaveUpAt().map(at -> lesser(granted, at.plus(GIVEN_UP))).orElse(granted);
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
