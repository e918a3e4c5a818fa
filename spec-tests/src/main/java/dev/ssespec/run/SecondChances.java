package dev.ssespec.run;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Jobs that failed while the target was too busy with others, to be played once more, alone. Safe
 * for all threads.
 */
final class SecondChances {
  /** After so many that fared no better, it was not the others' doing. */
  private static final int VAIN = 3;

  private final Queue<Chance> waiting = new ConcurrentLinkedQueue<>();

  private record Chance(Job job, Transcript first) {}

  /** A job, and what happened when it was played beside others. */
  void add(Job job, Transcript first) {
    waiting.add(new Chance(job, first));
  }

  /** Plays one after the other; the rest of those that fare no better is judged as it was. */
  void play(Function<Job, Transcript> player, Predicate<Transcript> starved, JudgeDesk desk) {
    int vain = 0;
    for (Chance chance = waiting.poll(); chance != null; chance = waiting.poll()) {
      Transcript counted = vain < VAIN ? player.apply(chance.job()) : chance.first();
      vain += starved.test(counted) ? 1 : 0;
      desk.judge(chance.job(), counted, List.of());
    }
  }
}
