package dev.ssespec.run;

import dev.ssespec.cases.PropertyCase;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.property.Experiment;
import dev.ssespec.property.Shrinker;
import dev.ssespec.property.Trial;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;

/**
 * Makes a trial that deviates smaller by asking the target again and again, and keeps the
 * transcript of the smallest. Used once, by one thread.
 */
final class ShrinkTalk<T> {
  /** Enough for a stream of some hundred bytes. */
  private static final int MOST = 4000;

  private final PropertyCase testCase;
  private final Adapter adapter;
  private final Context context;
  private final Shrinker<T> shrinker;
  private final Duration timeout;
  private final long until;
  private final boolean crash;
  private Transcript smallest;

  ShrinkTalk(
      PropertyCase testCase,
      Experiment<T> experiment,
      Adapter adapter,
      Context context,
      Duration timeout,
      Transcript deviating) {
    this.testCase = testCase;
    this.adapter = adapter;
    this.context = context;
    this.timeout = timeout;
    until = System.nanoTime() + timeout.toNanos();
    smallest = deviating;
    crash = isCrash(judge(deviating));
    shrinker = new Shrinker<>(experiment, this::deviates, MOST);
  }

  /** Shrinks the parts of the trial that deviates; returns the transcript of the smallest. */
  Transcript shrink(List<T> parts) {
    shrinker.shrink(parts);
    return smallest;
  }

  /** How often the target was asked. */
  int asked() {
    return shrinker.asked();
  }

  private boolean deviates(Trial trial) {
    if (System.nanoTime() > until || !adapter.alive()) {
      return false;
    }
    Transcript transcript = PropertySession.send(trial, adapter).await(timeout);
    if (transcript.has(Kind.EXITED) || transcript.has(Kind.DEADLINE)) {
      return false;
    }
    Judgement judgement = judge(transcript);
    boolean same = judgement.verdict() == Verdict.FAIL && isCrash(judgement) == crash;
    smallest = same ? transcript : smallest;
    return same;
  }

  private Judgement judge(Transcript transcript) {
    return Judge.judge(testCase, transcript.entries(), context);
  }

  /** A parser that throws is another matter than one that reads wrongly. */
  private static boolean isCrash(Judgement judgement) {
    return judgement.failure() == Failure.CRASH;
  }
}
