package dev.ssespec.property;

import java.util.List;
import java.util.Random;

/** Choices at random. */
final class Dice {
  private final Random random;

  Dice(Random random) {
    this.random = random;
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in so many of a hundred throws. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** One of them. */
  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
