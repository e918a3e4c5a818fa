package dev.ssespec.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes a trial that deviates smaller for as long as it deviates: leaves parts out, many at first
 * and then few, and puts simpler ones in place of the rest, until nothing helps any more. For use
 * by one thread.
 *
 * @param <T> what trials are made of
 */
public final class Shrinker<T> {
  /** Runs of so few parts are left out at every place, longer ones side by side. */
  private static final int SHORT = 4;

  private final Experiment<T> experiment;
  private final Predicate<Trial> deviates;
  private final int most;
  private int asked;

  /**
   * A shrinker for one trial.
   *
   * @param deviates asks the target
   * @param most how often it may be asked
   */
  public Shrinker(Experiment<T> experiment, Predicate<Trial> deviates, int most) {
    this.experiment = experiment;
    this.deviates = deviates;
    this.most = most;
  }

  /** The smallest parts found that still deviate; {@code parts} themselves do. */
  public List<T> shrink(List<T> parts) {
    List<T> best = experiment.leaps(parts).stream().filter(this::holds).findFirst().orElse(parts);
    List<T> before;
    do {
      before = best;
      for (int run = best.size(); run > 0; run = run > SHORT ? run / 2 : run - 1) {
        best = leaveOut(best, run);
      }
      for (int run = SHORT; run > 0; run--) {
        best = simplify(best, run);
      }
    } while (!best.equals(before));
    return best;
  }

  /** How often the target was asked. */
  public int asked() {
    return asked;
  }

  private List<T> leaveOut(List<T> parts, int run) {
    List<T> best = parts;
    int from = 0;
    while (from + run <= best.size()) {
      List<T> smaller = new ArrayList<>(best.subList(0, from));
      smaller.addAll(best.subList(from + run, best.size()));
      if (holds(smaller)) {
        best = smaller;
      } else {
        from += run > SHORT ? run : 1;
      }
    }
    return best;
  }

  /** Puts one simple part in place of each run of parts, where that helps. */
  private List<T> simplify(List<T> parts, int run) {
    List<T> best = parts;
    for (int i = 0; i + run <= best.size(); i++) {
      for (T simple : experiment.simpler(best.get(i))) {
        List<T> other = new ArrayList<>(best.subList(0, i));
        other.add(simple);
        other.addAll(best.subList(i + run, best.size()));
        if (holds(other)) {
          best = other;
          break;
        }
      }
    }
    return best;
  }

  private boolean holds(List<T> parts) {
    Optional<Trial> trial = asked < most ? experiment.trial(parts) : Optional.empty();
    if (trial.isEmpty()) {
      return false;
    }
    asked++;
    return deviates.test(trial.get());
  }
}
