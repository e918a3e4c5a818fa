package dev.ssespec.run;

import dev.ssespec.cases.PropertyCase;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.property.Abilities;
import dev.ssespec.property.Experiment;
import dev.ssespec.property.Trial;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Tries a law on generated streams.
 *
 * <ol>
 *   <li>Trials are drawn from the seed and the case's code, and sent a few at a time.
 *   <li>Where the target died or gave no answer, that trial's transcript is the session's. Alone,
 *       trials are sent one at a time, so that it is known which one it was, and that is made
 *       smaller ({@link LethalShrink}).
 *   <li>Where the judge finds no deviation, the session's transcript holds all of them.
 *   <li>Otherwise the first trial that deviates is made smaller ({@link ShrinkTalk}), and the
 *       transcript of the smallest is all that is left: it is judged like any other.
 * </ol>
 */
final class PropertySession implements Session {
  /** Transcripts of trials that are kept; many thousand tries would fill the memory. */
  private static final int KEPT = 1000;

  private final RunOptions options;
  private final Context context;
  private final Trials trials;
  private final Targets targets;

  PropertySession(RunOptions options, Targets targets, Trials trials) {
    this.options = options;
    this.targets = targets;
    this.trials = trials;
    Hello hello = targets.get().hello();
    context = new Context(options.seed(), hello.capabilities(), hello.target().profile());
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    return search(job, adapter, false);
  }

  @Override
  public Transcript playAlone(Job job, Adapter adapter) {
    return search(job, adapter, true);
  }

  private Transcript search(Job job, Adapter adapter, boolean alone) {
    var testCase = (PropertyCase) job.testCase();
    Abilities abilities = trials.abilities(adapter);
    return new Search<>(testCase, Experiment.of(testCase.law(), abilities), adapter, alone).play();
  }

  private final class Search<T> {
    private final PropertyCase testCase;
    private final Experiment<T> experiment;
    private final Adapter adapter;
    private final boolean alone;
    private final List<Transcript> kept = new ArrayList<>();
    private List<T> first = List.of();
    private int firstTry;
    private int tried;
    private int deviations;

    Search(PropertyCase testCase, Experiment<T> experiment, Adapter adapter, boolean alone) {
      this.testCase = testCase;
      this.experiment = experiment;
      this.adapter = adapter;
      this.alone = alone;
    }

    Transcript play() {
      var random = new Random(options.seed() * 31 + testCase.header().code().hashCode());
      long begun = System.nanoTime();
      int together = alone ? 1 : Trials.TOGETHER;
      for (int from = 1;
          from <= options.tries() && (from == 1 || isTimeLeft(begun));
          from += together) {
        int count = Math.min(together, options.tries() - from + 1);
        List<List<T>> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          drawn.add(experiment.drawTrial(random));
        }
        if (playSome(drawn, from)) {
          Transcript lost = kept.get(kept.size() - 1);
          return alone ? smallestLost(lost, drawn.get(0)) : lost;
        }
      }
      return deviations == 0 ? trials.joined(kept) : smallest();
    }

    private boolean isTimeLeft(long begun) {
      return trials
          .budget()
          .map(budget -> System.nanoTime() - begun < budget.toNanos())
          .orElse(true);
    }

    /** Returns whether the target was lost; the last transcript is then the one that lost it. */
    private boolean playSome(List<List<T>> drawn, int from) {
      List<Optional<Transcript>> played =
          trials.play(drawn.stream().map(this::trial).toList(), adapter, this::deviates);
      for (int i = 0; i < played.size(); i++) {
        Optional<Transcript> transcript = played.get(i);
        tried += transcript.isPresent() ? 1 : 0;
        if (transcript.filter(trials::isLost).isPresent()) {
          kept.add(transcript.orElseThrow());
          return true;
        }
        int place = i;
        transcript.ifPresent(one -> keep(one, drawn.get(place), from + place));
      }
      return false;
    }

    private Trial trial(List<T> parts) {
      return experiment
          .trial(parts)
          .orElseThrow(() -> new IllegalStateException("A trial was drawn that is none"));
    }

    private boolean deviates(Transcript transcript) {
      return Judge.judge(testCase, transcript.entries(), context).verdict() == Verdict.FAIL;
    }

    private void keep(Transcript transcript, List<T> parts, int number) {
      if (!deviates(transcript)) {
        if (kept.size() < KEPT) {
          kept.add(transcript);
        }
      } else if (++deviations == 1) {
        firstTry = number;
        first = parts;
        kept.clear();
        kept.add(transcript);
      }
    }

    /** What is known of the trial stands there in any case, and how much smaller it became. */
    private Transcript smallestLost(Transcript lost, List<T> parts) {
      var shrinking = new LethalShrink<>(experiment, trials, targets, lost);
      Transcript transcript = shrinking.shrink(parts);
      transcript.add(
          Kind.NOTE,
          "seed "
              + options.seed()
              + ", try "
              + tried
              + " of "
              + options.tries()
              + "; "
              + shrinking.course());
      return transcript;
    }

    private Transcript smallest() {
      var shrinking =
          new ShrinkTalk<>(
              testCase, experiment, adapter, context, trials, options.timeout(), kept.get(0));
      Transcript transcript = shrinking.shrink(first);
      transcript.add(
          Kind.NOTE,
          "seed "
              + options.seed()
              + ", try "
              + firstTry
              + "; "
              + deviations
              + " of "
              + tried
              + " tries deviate; shrunk from "
              + trial(first).bytes()
              + " bytes with "
              + shrinking.asked()
              + " trials"
              + (shrinking.cutOff() ? ", and no further for want of time" : ""));
      return transcript;
    }
  }
}
