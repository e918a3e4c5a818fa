package dev.ssespec.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether a target is at work, told by the processor time that it uses: one that is still taking
 * apart what it was sent is late, one that does nothing has nothing more to say. For use by one
 * thread.
 */
final class Industry {
  /** So long a target is watched at a time. */
  private static final Duration SPELL = Duration.ofSeconds(2);

  /**
   * Who uses less in a spell only keeps its timers. However busy the machine, whoever has work gets
   * more.
   */
  private static final Duration IDLE = Duration.ofMillis(30);

  private final Supplier<Optional<Duration>> worked;
  private boolean toTheEnd;

  /**
   * @param worked the processor time used so far; empty where nobody knows, and then the target is
   *     taken for one that is at work
   */
  Industry(Supplier<Optional<Duration>> worked) {
    this.worked = worked;
  }

  /**
   * Waits spell by spell for as long as the target is at work, {@code most} altogether, and until
   * it has used {@code effort} of the processor's time.
   *
   * @param await waits for so long at most; whether there is nothing more to wait for
   * @return whether that was so
   */
  boolean outlasts(Duration most, Duration effort, Predicate<Duration> await) {
    Optional<Duration> begun = worked.get();
    Duration left = most;
    boolean known = left.compareTo(Duration.ZERO) > 0;
    while (left.compareTo(Duration.ZERO) > 0) {
      Duration spell = left.compareTo(SPELL) < 0 ? left : SPELL;
      Optional<Duration> before = worked.get();
      if (await.test(spell)) {
        return true;
      }
      Optional<Duration> after = worked.get();
      known &= before.isPresent() && after.isPresent();
      if (known && isIdle(before.orElseThrow(), after.orElseThrow())) {
        return false;
      }
      left = left.minus(spell);
      if (known && since(begun, after).compareTo(effort) >= 0) {
        break;
      }
    }
    toTheEnd = known;
    return false;
  }

  /** Whether all of it was used up, and the target was known to be at work in every spell. */
  boolean toTheEnd() {
    return toTheEnd;
  }

  private static Duration since(Optional<Duration> begun, Optional<Duration> now) {
    return now.orElse(Duration.ZERO).minus(begun.orElse(Duration.ZERO));
  }

  private static boolean isIdle(Duration before, Duration after) {
    return after.minus(before).abs().compareTo(IDLE) < 0;
  }
}
