package dev.ssespec.peer;

import dev.ssespec.target.ServerTarget.RefusedException;
import java.util.Map;
import java.util.Optional;

/** What becomes of a value that has one line: a type, an id, a comment. */
final class ToldLine {
  /** The faults of one field, by what they do. */
  private enum Way {
    RAW,
    FEEDS_RAW,
    RETURNS_RAW,
    TAIL_ALONE,
    CUT_LATE,
    TRIMMED,
    WORDS_JOINED,
    CUT_AT_COLON
  }

  private static final Map<String, Map<Way, ToldFault>> FAULTS =
      Map.of(
          "event",
          Map.of(
              Way.RAW, ToldFault.TYPE_RAW,
              Way.FEEDS_RAW, ToldFault.TYPE_FEEDS_RAW,
              Way.RETURNS_RAW, ToldFault.TYPE_RETURNS_RAW,
              Way.TAIL_ALONE, ToldFault.TYPE_TAIL_ALONE,
              Way.CUT_LATE, ToldFault.TYPE_CUT_LATE,
              Way.TRIMMED, ToldFault.TYPE_TRIMMED,
              Way.WORDS_JOINED, ToldFault.TYPE_WORDS_JOINED,
              Way.CUT_AT_COLON, ToldFault.TYPE_CUT_AT_COLON),
          "id",
          Map.of(
              Way.RAW, ToldFault.ID_RAW,
              Way.FEEDS_RAW, ToldFault.ID_FEEDS_RAW,
              Way.RETURNS_RAW, ToldFault.ID_RETURNS_RAW,
              Way.TAIL_ALONE, ToldFault.ID_TAIL_ALONE,
              Way.CUT_LATE, ToldFault.ID_CUT_LATE,
              Way.TRIMMED, ToldFault.ID_TRIMMED,
              Way.WORDS_JOINED, ToldFault.ID_WORDS_JOINED,
              Way.CUT_AT_COLON, ToldFault.ID_CUT_AT_COLON),
          "comment",
          Map.of(
              Way.RAW, ToldFault.COMMENT_RAW,
              Way.FEEDS_RAW, ToldFault.COMMENT_FEEDS_RAW,
              Way.RETURNS_RAW, ToldFault.COMMENT_RETURNS_RAW));

  private final ToldTraits traits;

  ToldLine(ToldTraits traits) {
    this.traits = traits;
  }

  /**
   * The value as it is written; empty where it is left out.
   *
   * @throws RefusedException if it is refused
   */
  Optional<String> of(String field, String value) {
    String text = value;
    text = has(field, Way.TRIMMED) ? text.stripLeading() : text;
    text = has(field, Way.WORDS_JOINED) ? text.replace(' ', '-') : text;
    if (has(field, Way.CUT_AT_COLON) && text.indexOf(':') >= 0) {
      text = text.substring(0, text.indexOf(':'));
    }
    if (has(field, Way.FEEDS_RAW)) {
      return Optional.of(text.replace("\r", ""));
    }
    if (has(field, Way.RETURNS_RAW)) {
      return Optional.of(text.replace("\n", ""));
    }
    if (has(field, Way.TAIL_ALONE)) {
      return Optional.of(text.replaceAll("[\r\n]+$", ""));
    }
    if (has(field, Way.CUT_LATE)) {
      int cut = Math.max(text.indexOf('\n'), text.indexOf('\r'));
      return Optional.of(cut < 0 ? text : text.substring(0, cut));
    }
    return has(field, Way.RAW) ? Optional.of(text) : contained(field, text);
  }

  private boolean has(String field, Way way) {
    ToldFault fault = FAULTS.getOrDefault(field, Map.of()).get(way);
    return fault != null && traits.has(fault);
  }

  private Optional<String> contained(String field, String value) {
    boolean nul = field.equals("id") && value.indexOf('\0') >= 0;
    if (nul && !traits.has(ToldFault.ID_NUL_KEPT)) {
      throw new RefusedException("U+0000 in an id");
    }
    if (value.indexOf('\r') < 0 && value.indexOf('\n') < 0) {
      return Optional.of(value);
    }
    if (traits.has(ToldOddball.REMOVES_LINE_ENDS)) {
      return Optional.of(value.replaceAll("[\r\n]", ""));
    }
    if (traits.has(ToldOddball.REPLACES_LINE_ENDS)) {
      return Optional.of(value.replaceAll("[\r\n]", " "));
    }
    if (traits.has(ToldOddball.CUTS)) {
      return Optional.of(value.split("[\r\n]", 2)[0]);
    }
    if (traits.has(ToldOddball.LEAVES_OUT)) {
      return field.equals("comment")
          ? Optional.of(String.join("\n:", value.split("\r\n|\r|\n", -1)))
          : Optional.empty();
    }
    throw new RefusedException("a line end in " + field);
  }
}
