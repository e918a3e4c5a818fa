package dev.ssespec.run;

import java.util.concurrent.ThreadLocalRandom;

/** Words that stand nowhere else: what is found on the wire with one of them was sent with it. */
final class Marks {
  private static final int LETTERS = 12;

  private Marks() {}

  static String next() {
    var mark = new StringBuilder();
    ThreadLocalRandom.current()
        .ints(LETTERS, 'a', 'z' + 1)
        .forEach(letter -> mark.append((char) letter));
    return mark.toString();
  }
}
