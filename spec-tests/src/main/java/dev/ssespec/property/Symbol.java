package dev.ssespec.property;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest thing that can be left out of a stream: a byte, a cut between two chunks, or that
 * the stream stays open.
 *
 * @param value the byte, 0 to 255, or {@link #CUT}, or {@link #OPEN}, or how a connection ends
 * @param inserted whether it belongs to a line that only the second of two streams has
 */
record Symbol(int value, boolean inserted) {
  static final int CUT = -1;
  static final int OPEN = -2;

  /** Here a connection ends, in one of three ways, and the next one begins. */
  static final int ENDED = -3;

  static final int CUT_OFF = -4;
  static final int RESET = -5;

  /** The bytes of a text whose every character stands for one byte. */
  static List<Symbol> bytes(String latin, boolean inserted) {
    List<Symbol> symbols = new ArrayList<>(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      symbols.add(new Symbol(latin.charAt(i), inserted));
    }
    return symbols;
  }

  /** The bytes of the stream, each as one character. */
  static String latin(List<Symbol> symbols, boolean withInserted) {
    return new String(feed(symbols, withInserted, false).whole(), StandardCharsets.ISO_8859_1);
  }

  /** The stream as it is sent. */
  static Feed feed(List<Symbol> symbols, boolean withInserted, boolean withCuts) {
    List<byte[]> chunks = new ArrayList<>();
    var chunk = new ByteArrayOutputStream();
    boolean end = true;
    for (Symbol symbol : symbols) {
      if (symbol.value >= 0 && (withInserted || !symbol.inserted)) {
        chunk.write(symbol.value);
      } else if (symbol.value == CUT && withCuts) {
        chunks.add(chunk.toByteArray());
        chunk.reset();
      }
      end &= symbol.value != OPEN;
    }
    chunks.add(chunk.toByteArray());
    return new Feed(chunks, end);
  }

  /** The stream whole and ended, then whole, then ended. */
  static List<List<Symbol>> leaps(List<Symbol> symbols) {
    return List.of(
        symbols.stream().filter(symbol -> symbol.value >= 0).toList(),
        symbols.stream().filter(symbol -> symbol.value != CUT).toList(),
        symbols.stream().filter(symbol -> symbol.value != OPEN).toList());
  }

  /** Whether it is where a connection ends. */
  boolean endsConnection() {
    return value <= ENDED;
  }

  /** What may stand for it in a smaller stream: a letter, or the commonest line end. */
  List<Symbol> simpler() {
    if (value == CUT_OFF || value == RESET) {
      return List.of(new Symbol(ENDED, inserted));
    }
    if (value < 0 || value == 'a') {
      return List.of();
    }
    var letter = new Symbol('a', inserted);
    return value == '\n' ? List.of(letter) : List.of(letter, new Symbol('\n', inserted));
  }
}
