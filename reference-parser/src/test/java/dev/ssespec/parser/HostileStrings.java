package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Every string over an alphabet that holds all that a parser can trip over. */
final class HostileStrings {

  static final List<String> ALPHABET =
      List.of("d", ":", " ", "\r", "\n", "\0", "\uFEFF", "1", "event", "data", "id", "retry");

  private final int longest;
  private long count;
  private final Check check;

  private HostileStrings(int longest, Check check) {
    this.longest = longest;
    this.check = check;
  }

  /** What is done with each string. */
  @FunctionalInterface
  private interface Check {
    void of(byte[] text, int length);
  }

  /**
   * Compares parser and interpreter on every string, whole and at every split; how many there were.
   */
  static long compareAll(int longest) {
    return walkAll(longest, () -> new Agreement()::compare);
  }

  /** Compares them on every string between two texts, whole; how many strings there were. */
  static long compareAllBetween(String before, String after, int longest) {
    byte[] head = before.getBytes(UTF_8);
    byte[] tail = after.getBytes(UTF_8);
    return walkAll(
        longest,
        () -> {
          Agreement agreement = new Agreement();
          return (text, length) -> {
            byte[] stream = Arrays.copyOf(head, head.length + length + tail.length);
            System.arraycopy(text, 0, stream, head.length, length);
            System.arraycopy(tail, 0, stream, head.length + length, tail.length);
            agreement.compareWhole(stream);
          };
        });
  }

  private static long walkAll(int longest, Supplier<Check> checks) {
    byte[][] symbols = ALPHABET.stream().map(s -> s.getBytes(UTF_8)).toArray(byte[][]::new);
    List<int[]> starts = new ArrayList<>();
    for (int first = 0; first < symbols.length; first++) {
      for (int second = 0; second < symbols.length; second++) {
        starts.add(new int[] {first, second});
      }
    }
    long longer =
        starts.parallelStream()
            .mapToLong(
                start -> {
                  HostileStrings strings = new HostileStrings(longest, checks.get());
                  byte[] prefix = new byte[longest * 5];
                  int at = append(prefix, 0, symbols[start[0]]);
                  at = append(prefix, at, symbols[start[1]]);
                  strings.walk(symbols, prefix, at, 2);
                  return strings.count;
                })
            .sum();
    long shorter =
        IntStream.range(0, symbols.length)
            .mapToLong(
                i -> {
                  checks.get().of(symbols[i], symbols[i].length);
                  return 1;
                })
            .sum();
    checks.get().of(new byte[0], 0);
    return longer + shorter + 1;
  }

  private void walk(byte[][] symbols, byte[] text, int length, int used) {
    check.of(text, length);
    count++;
    if (used == longest) {
      return;
    }
    for (byte[] symbol : symbols) {
      walk(symbols, text, append(text, length, symbol), used + 1);
    }
  }

  private static int append(byte[] text, int at, byte[] symbol) {
    System.arraycopy(symbol, 0, text, at, symbol.length);
    return at + symbol.length;
  }
}
