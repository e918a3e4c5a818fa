package dev.ssespec.property;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What generated streams are put together from, weighted towards what parsers get wrong. */
final class Pieces {
  /** The byte order mark as UTF-8, one character a byte. */
  static final String BYTE_ORDER_MARK = latin("\uFEFF");

  static final List<String> NAMES = List.of("data", "event", "id", "retry");

  /** Names that are no names of fields, though some look like it. */
  static final List<String> UNKNOWN_NAMES =
      List.of(
          "Data",
          "DATA",
          "datas",
          "dat",
          "data ",
          " data",
          "\tdata",
          "\uFEFFdata",
          "data\0",
          "Id",
          "ids",
          " id",
          "Event",
          "events",
          "event ",
          "Retry",
          "retry ",
          "foo",
          "\0",
          "a b",
          "\u2028",
          "é",
          "\uD83D\uDE00",
          "-",
          "\u0085id");

  static final List<String> PLAIN =
      List.of("a", "b", "Z", "0", "17", "x y", "data", "message", "data: a", "id:1", "{}", "\"");

  static final List<String> SIGNS = List.of(" ", "  ", ":", ": ", "\t", "\\", "\\n", "%", "=");

  /** Characters that are taken for line ends, for space, for nothing, or for two. */
  static final List<String> HOSTILE =
      List.of(
          "\0",
          "\u0001",
          "\u000B",
          "\f",
          "\u001A",
          "\u001C",
          "\u001D",
          "\u001E",
          "\u007F",
          "\u0085",
          "\u00A0",
          "\u00AD",
          "é",
          "\u0378",
          "\u2028",
          "\u2029",
          "\u200B",
          "\u3000",
          "日",
          "\uE000",
          "\uFEFF",
          "\uFEFF\uFEFF",
          "\uFFFD",
          "\uFFFE",
          "\uFFFF",
          "\uD83D\uDE00",
          "\uD800\uDC00",
          "\uDB40\uDC00",
          "\uDBFF\uDFFF",
          "e\u0301",
          "\u0131",
          "\u212A");

  /** Bytes that are not UTF-8, one character a byte. */
  static final List<String> MALFORMED =
      List.of(
          "\u0080",
          "\u00BF",
          "\u00C0\u0080",
          "\u00C1\u00BF",
          "\u00C2",
          "\u00DF",
          "\u00E0",
          "\u00E0\u0080\u0080",
          "\u00E0\u00A0",
          "\u00E2\u0082",
          "\u00ED\u00A0\u0080",
          "\u00EF\u00BB",
          "\u00EF",
          "\u00F0",
          "\u00F0\u009F",
          "\u00F0\u009F\u0098",
          "\u00F0\u0080\u0080\u0080",
          "\u00F4\u0090\u0080\u0080",
          "\u00F5",
          "\u00F8\u0088",
          "\u00FE",
          "\u00FF");

  private static final List<String> NOT_DIGITS =
      List.of("1a", "-1", "+5", " 7", "8 ", "1.5", "1e3", "0x10", "\u0663", "\uFF11", "1\0", "NaN");

  private Pieces() {}

  /** The UTF-8 bytes of a text, each as one character. */
  static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Text of one line, as characters. */
  static String text(Dice dice) {
    var text = new StringBuilder();
    for (int i = dice.below(4); i >= 0; i--) {
      int kind = dice.below(10);
      text.append(dice.of(kind < 4 ? PLAIN : kind < 6 ? SIGNS : HOSTILE));
    }
    return text.toString();
  }

  /** The value of a field or the text of a comment, one character a byte. */
  static String value(Dice dice) {
    if (dice.percent(8)) {
      return "";
    }
    String text = latin(text(dice));
    return dice.percent(12)
        ? (dice.percent(50) ? text : "") + dice.of(MALFORMED) + (dice.percent(50) ? text : "")
        : text;
  }

  /** The value of a {@code retry} field, one character a byte; never empty. */
  static String reconnectionTime(Dice dice) {
    if (dice.percent(25)) {
      return latin(dice.of(NOT_DIGITS));
    }
    return (dice.percent(10) ? "00" : "") + dice.below(dice.percent(50) ? 100 : 100_000);
  }
}
