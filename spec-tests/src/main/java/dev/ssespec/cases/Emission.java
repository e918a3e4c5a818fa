package dev.ssespec.cases;

import dev.ssespec.report.Bytes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that a told server is told to send. */
public sealed interface Emission {
  /** In words and escaped bytes, for people. */
  String inWords();

  /** The text of it that may be long, and how often it is repeated; what is sent is both. */
  default long characters() {
    return 0;
  }

  /**
   * An event.
   *
   * @param data the data; a missing one leaves a block that dispatches nothing
   * @param times how often the data is repeated, so that large data is not kept
   * @param retry milliseconds, of any size
   */
  record OfEvent(
      Optional<String> data,
      int times,
      Optional<String> type,
      Optional<String> id,
      Optional<BigDecimal> retry)
      implements Emission {
    /** An event of data alone. */
    public static OfEvent data(String data) {
      return new OfEvent(
          Optional.of(data), 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An event of no field at all, to add some to. */
    public static OfEvent empty() {
      return new OfEvent(Optional.empty(), 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This event, with its data so many times. */
    public OfEvent times(int newTimes) {
      return new OfEvent(data, newTimes, type, id, retry);
    }

    /** This event with a type. */
    public OfEvent type(String newType) {
      return new OfEvent(data, times, Optional.of(newType), id, retry);
    }

    /** This event with an id. */
    public OfEvent id(String newId) {
      return new OfEvent(data, times, type, Optional.of(newId), retry);
    }

    /** This event with a reconnection time. */
    public OfEvent retry(String number) {
      return new OfEvent(data, times, type, id, Optional.of(new BigDecimal(number)));
    }

    @Override
    public long characters() {
      return (long) data.map(String::length).orElse(0) * times;
    }

    @Override
    public String inWords() {
      List<String> parts = new ArrayList<>();
      data.ifPresent(text -> parts.add("data " + quote(text) + (times == 1 ? "" : " × " + times)));
      type.ifPresent(text -> parts.add("type " + quote(text)));
      id.ifPresent(text -> parts.add("id " + quote(text)));
      retry.ifPresent(number -> parts.add("retry " + number));
      return "event: " + String.join(", ", parts);
    }
  }

  /** A comment. */
  record OfComment(String text) implements Emission {
    @Override
    public long characters() {
      return text.length();
    }

    @Override
    public String inWords() {
      return "comment: " + quote(text);
    }
  }

  /** Text in quotes, on one line. */
  static String quote(String text) {
    String some = text.length() <= 200 ? text : text.substring(0, 200);
    return "\""
        + some.codePoints().mapToObj(Emission::escaped).collect(Collectors.joining())
        + (text.length() <= 200 ? "\"" : "\"… (" + text.length() + " characters)");
  }

  /** A character in visible ASCII; half of a surrogate pair, which has no bytes, as its number. */
  private static String escaped(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half
        ? String.format(Locale.ROOT, "\\u%04x", codePoint)
        : Bytes.utf8(Character.toString(codePoint)).escaped();
  }
}
