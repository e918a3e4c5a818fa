package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every string over an alphabet that holds all that a parser can trip over. */
final class HostileStrings {

  static final List<String> ALPHABET =
      List.of("d", ":", " ", "\r", "\n", "\0", "\uFEFF", "1", "event", "data", "id", "retry");

  private final int longest;
  private long count;
  private final Agreement comparison = new Agreement();

  private HostileStrings(int longest) {
    this.longest = longest;
  }

  /**
   * Compares parser and interpreter on every string, whole and at every split; how many there were.
   */
  static long compareAll(int longest) {
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
                  HostileStrings strings = new HostileStrings(longest);
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
                  new Agreement().compare(symbols[i], symbols[i].length);
                  return 1;
                })
            .sum();
    new Agreement().compare(new byte[0], 0);
    return longer + shorter + 1;
  }

  private void walk(byte[][] symbols, byte[] text, int length, int used) {
    comparison.compare(text, length);
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
