package dev.ssespec.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Jobs that saw the target die, or got no answer while others were played beside them, to be played
 * again. Safe for all threads.
 */
final class DisturbedJobs {
  /** After so many hangs in a row the rest is not worth the wait. */
  private static final int HANGS = 6;

  /** After so many in one run, likewise. */
  private static final int HANGS_IN_ALL = 20;

  private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();

  /** One more. */
  void add(Job job) {
    waiting.add(job);
  }

  /** Those for which {@code condition} holds, which wait no longer. */
  List<Job> take(Predicate<Job> condition) {
    List<Job> taken = new ArrayList<>();
    for (Job job : List.copyOf(waiting)) {
      if (condition.test(job) && waiting.remove(job)) {
        taken.add(job);
      }
    }
    return taken;
  }

  /**
   * Plays one after the other, each against a target in good health.
   *
   * @param stopped whether no more are to be played
   * @param lost whether no target can be had any more
   * @param hangs plays a job, and tells whether the target hung
   */
  void playAlone(
      BooleanSupplier stopped, BooleanSupplier lost, Predicate<Job> hangs, JudgeDesk desk) {
    int inARow = 0;
    Set<String> hung = new HashSet<>();
    for (Job job = waiting.poll(); job != null && !stopped.getAsBoolean(); job = waiting.poll()) {
      if (lost.getAsBoolean()) {
        desk.inconclusive(job, "The target could not be started again after it died.");
      } else if (inARow >= HANGS) {
        desk.inconclusive(job, "Not played: the target hung in " + HANGS + " cases in a row.");
      } else if (hung.size() >= HANGS_IN_ALL) {
        desk.inconclusive(job, "Not played: the target hung in " + HANGS_IN_ALL + " cases before.");
      } else if (hung.contains(job.testCase().header().code())) {
        desk.inconclusive(job, "Not played: the target hung in another variant of this case.");
      } else if (hangs.test(job)) {
        inARow++;
        hung.add(job.testCase().header().code());
      } else {
        inARow = 0;
      }
    }
  }
}
