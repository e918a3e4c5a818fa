package dev.ssespec.run;

import dev.ssespec.property.Abilities;
import dev.ssespec.property.Trial;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How trials of a law are played to a target. */
interface Trials {
  /** Trials under way at a time. */
  int TOGETHER = 8;

  /** What may be sent to the target; it may be asked about it. */
  Abilities abilities(Adapter adapter);

  /**
   * Plays the trials side by side.
   *
   * @param deviates what the judge says of a transcript
   * @return their transcripts, in order, with nothing for a trial that would have to be waited for
   *     while another one deviates; where the target is lost, the last is the one that lost it
   */
  List<Optional<Transcript>> play(
      List<Trial> trials, Adapter adapter, Predicate<Transcript> deviates);

  /** Plays one trial alone; what does not come within {@code patience} may be given up. */
  Transcript tryOut(Trial trial, Adapter adapter, Duration patience);

  /** How long an answer may take before it counts as one that never comes. */
  Duration patience();

  /** How long it may take while a trial is made smaller, where {@link #play} has the last word. */
  Duration impatience();

  /** Whether the transcript says no more than that the target was lost. */
  boolean isLost(Transcript transcript);

  /** All transcripts as one, which a judge takes apart again. */
  Transcript joined(List<Transcript> parts);

  /**
   * How long trials may be drawn, and how long one may be made smaller; empty where the number of
   * tries is the only limit.
   */
  Optional<Duration> budget();
}
