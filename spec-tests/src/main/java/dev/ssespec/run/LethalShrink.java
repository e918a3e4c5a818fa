package dev.ssespec.run;

import dev.ssespec.property.Experiment;
import dev.ssespec.property.Shrinker;
import dev.ssespec.property.Trial;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;

/**
 * Makes a trial that the target does not survive smaller. Each smaller one that it does not survive
 * either costs a new start of it, so that both starts and time are counted. Used once, by one
 * thread, while nobody else talks with the target.
 *
 * <ol>
 *   <li>The trial is played to a fresh target: what came before it may have been the cause.
 *   <li>Smaller ones are tried; one without an answer for a second counts as one that hangs.
 *   <li>The smallest is played once more, with all the time that a case has.
 * </ol>
 */
final class LethalShrink<T> {
  private static final int STARTS = 60;
  private static final int MOST = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration SPAN = Duration.ofSeconds(15);

  private final Experiment<T> experiment;
  private final Trials trials;
  private final Targets targets;
  private final Transcript first;
  private final boolean died;
  private final Shrinker<T> shrinker;
  private final long begun = System.nanoTime();
  private int starts;
  private boolean cutOff;
  private String course = "";

  /**
   * @param lost the transcript of the trial that the target did not survive
   */
  LethalShrink(Experiment<T> experiment, Trials trials, Targets targets, Transcript lost) {
    this.experiment = experiment;
    this.trials = trials;
    this.targets = targets;
    first = lost;
    died = lost.has(Kind.EXITED);
    shrinker = new Shrinker<>(experiment, trial -> isLost(trial, PATIENCE), MOST);
  }

  /** Shrinks the parts of the trial; returns the transcript of the smallest. */
  Transcript shrink(List<T> parts) {
    if (!died && !targets.get().endsForSure()) {
      course = "not made smaller: a thread that hangs in this JVM cannot be ended";
      return first;
    }
    freshTarget();
    Trial whole = experiment.trial(parts).orElseThrow();
    if (!isLost(whole, PATIENCE)) {
      course = "not made smaller: a fresh target survives it, so what came before has a part in it";
      return first;
    }
    List<T> fewest = shrinker.shrink(parts);
    Trial smallest = experiment.trial(fewest).orElseThrow();
    Transcript confirmed = play(smallest, trials.patience());
    if (!isLostAlike(confirmed)) {
      course = "not made smaller: a smaller one did so once, and not again";
      return first;
    }
    course =
        "shrunk from "
            + whole.bytes()
            + " bytes with "
            + shrinker.asked()
            + " trials and "
            + starts
            + " new starts"
            + (cutOff ? ", which was all that is allowed: there may be a smaller one" : "");
    return confirmed;
  }

  /** How it went, for a person. */
  String course() {
    return course;
  }

  private boolean isLost(Trial trial, Duration patience) {
    if (starts >= STARTS || System.nanoTime() - begun > SPAN.toNanos() || targets.lost()) {
      cutOff = true;
      return false;
    }
    return isLostAlike(play(trial, patience));
  }

  private boolean isLostAlike(Transcript transcript) {
    return trials.isLost(transcript) && transcript.has(Kind.EXITED) == died;
  }

  private Transcript play(Trial trial, Duration patience) {
    Adapter adapter = targets.get();
    Transcript transcript = trials.tryOut(trial, adapter, patience);
    if (trials.isLost(transcript)) {
      starts++;
      targets.replace(adapter);
    }
    return transcript;
  }

  private void freshTarget() {
    starts++;
    targets.replace(targets.get());
  }
}
