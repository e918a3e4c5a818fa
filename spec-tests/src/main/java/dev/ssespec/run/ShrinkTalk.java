package dev.ssespec.run;

import dev.ssespec.cases.PropertyCase;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.property.Experiment;
import dev.ssespec.property.Shrinker;
import dev.ssespec.property.Trial;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a trial that deviates smaller by asking the target again and again, and keeps the
 * transcript of the smallest. Used once, by one thread.
 */
final class ShrinkTalk<T> {
  /** Enough for a stream of some hundred bytes. */
  private static final int MOST = 4000;

  private final PropertyCase testCase;
  private final Experiment<T> experiment;
  private final Adapter adapter;
  private final Context context;
  private final Shrinker<T> shrinker;
  private final Trials trials;
  private final long until;
  private final boolean crash;
  private final Transcript first;
  private Transcript smallest;
  private boolean cutOff;

  ShrinkTalk(
      PropertyCase testCase,
      Experiment<T> experiment,
      Adapter adapter,
      Context context,
      Trials trials,
      Duration timeout,
      Transcript deviating) {
    this.testCase = testCase;
    this.experiment = experiment;
    this.adapter = adapter;
    this.context = context;
    this.trials = trials;
    Duration most = trials.budget().filter(budget -> budget.compareTo(timeout) < 0).orElse(timeout);
    until = System.nanoTime() + most.toNanos();
    first = deviating;
    smallest = deviating;
    crash = isCrash(judge(deviating));
    shrinker = new Shrinker<>(experiment, this::deviates, MOST);
  }

  /** Shrinks the parts of the trial that deviates; returns the transcript of the smallest. */
  Transcript shrink(List<T> parts) {
    List<T> fewest = shrinker.shrink(parts);
    return smallest == first ? first : confirmed(fewest);
  }

  /** What was tried out in haste is played once more in peace; the first trial stands otherwise. */
  private Transcript confirmed(List<T> parts) {
    List<Optional<Transcript>> again =
        experiment
            .trial(parts)
            .map(trial -> trials.play(List.of(trial), adapter, this::isBad))
            .orElse(List.of());
    return again.stream()
        .flatMap(Optional::stream)
        .filter(transcript -> !trials.isLost(transcript))
        .filter(this::isBad)
        .findFirst()
        .orElse(first);
  }

  /** How often the target was asked. */
  int asked() {
    return shrinker.asked();
  }

  /** Whether it ended because there was no time, or no target, left. */
  boolean cutOff() {
    return cutOff;
  }

  private boolean deviates(Trial trial) {
    if (System.nanoTime() - until > 0 || !adapter.alive()) {
      cutOff = true;
      return false;
    }
    Transcript transcript = trials.tryOut(trial, adapter, trials.impatience());
    if (trials.isLost(transcript)) {
      return false;
    }
    Judgement judgement = judge(transcript);
    boolean same = judgement.verdict() == Verdict.FAIL && isCrash(judgement) == crash;
    smallest = same ? transcript : smallest;
    return same;
  }

  private boolean isBad(Transcript transcript) {
    return judge(transcript).verdict() == Verdict.FAIL;
  }

  private Judgement judge(Transcript transcript) {
    return Judge.judge(testCase, transcript.entries(), context);
  }

  /** A parser that throws is another matter than one that reads wrongly. */
  private static boolean isCrash(Judgement judgement) {
    return judgement.failure() == Failure.CRASH;
  }
}
