package dev.ssespec.property;

import dev.ssespec.cases.Law;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How a law is tried: parts are drawn at random, and a trial is made of them. Any parts may be left
 * out, which is how {@link Shrinker} makes a trial smaller. Safe for all threads.
 *
 * @param <T> what trials are made of
 */
public interface Experiment<T> {
  /** How often parts are drawn until they make a trial; all but a few do at once. */
  int DRAWS = 1000;

  /** The experiment for a law, within what the target is able to show. */
  static Experiment<?> of(Law law, Abilities abilities) {
    return switch (law) {
      case ANY_STREAM, ANY_BYTES, CHUNKING -> new StreamExperiment(law, abilities);
      case COMMENT, UNKNOWN_FIELD -> new InsertionExperiment(law, abilities);
      case WRITTEN -> new WritingExperiment(abilities);
      case ANY_CONNECTIONS, ANY_BYTES_OVER_CONNECTIONS -> new ConnectionExperiment(law, abilities);
      case EMITTED, CONTAINED -> throw new IllegalArgumentException("Not a law of parsing: " + law);
    };
  }

  /** Parts that may or may not make a trial. */
  List<T> draw(Random random);

  /** The trial that the parts make; empty where the law says nothing of it. */
  Optional<Trial> trial(List<T> parts);

  /** What may stand for a part in a smaller trial, the simplest first. */
  List<T> simpler(T part);

  /** Smaller lists of parts that are worth a try before any other. */
  default List<List<T>> leaps(List<T> parts) {
    return List.of();
  }

  /** Parts that make a trial. */
  default List<T> drawTrial(Random random) {
    for (int i = 0; i < DRAWS; i++) {
      List<T> parts = draw(random);
      if (trial(parts).isPresent()) {
        return parts;
      }
    }
    throw new IllegalStateException("No trial in " + DRAWS + " draws");
  }
}
