package dev.ssespec.peer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the data of an event becomes lines. */
final class ToldData {
  private static final int MANY_LINES = 500;
  private static final int LONG_LINE = 65_536;
  private static final int MUCH = 1 << 20;

  private final ToldTraits traits;

  ToldData(ToldTraits traits) {
    this.traits = traits;
  }

  /** The lines, each without its field. */
  List<String> lines(String data) {
    List<String> lines = new ArrayList<>(Arrays.asList(prepared(data).split(breaks(), -1)));
    if (traits.has(ToldFault.LAST_BREAK_LOST) && lines.size() > 1 && last(lines).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    while (traits.has(ToldFault.LAST_BREAKS_LOST) && lines.size() > 1 && last(lines).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    if (traits.has(ToldFault.FIRST_BREAK_LOST) && lines.size() > 1 && lines.get(0).isEmpty()) {
      lines.remove(0);
    }
    if (traits.has(ToldFault.LINES_CUT) && lines.size() > MANY_LINES) {
      lines = lines.subList(0, MANY_LINES);
    }
    if (traits.has(ToldFault.LINES_TRIMMED)) {
      lines.replaceAll(String::strip);
    }
    return traits.has(ToldFault.LONG_LINE_BROKEN) ? broken(lines) : lines;
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  private static List<String> broken(List<String> lines) {
    List<String> broken = new ArrayList<>();
    for (String line : lines) {
      for (int i = 0; i == 0 || i < line.length(); i += LONG_LINE) {
        broken.add(line.substring(i, Math.min(line.length(), i + LONG_LINE)));
      }
    }
    return broken;
  }

  private String breaks() {
    if (traits.has(ToldFault.DATA_UNSPLIT)) {
      return "(?!x)x";
    }
    if (traits.has(ToldFault.DATA_SPLIT_AT_FEEDS) || traits.has(ToldFault.RETURN_ESCAPED)) {
      return "\n";
    }
    if (traits.has(ToldFault.DATA_SPLIT_AT_RETURNS)) {
      return "\r";
    }
    if (traits.has(ToldFault.PAIR_IS_TWO)) {
      return "\r|\n";
    }
    if (traits.has(ToldFault.FEED_RETURN_IS_ONE)) {
      return "\r\n|\n\r|\r|\n";
    }
    if (traits.has(ToldFault.RETURN_BEFORE_PAIR_LOST)) {
      return "\r*\r\n|\r|\n";
    }
    if (traits.has(ToldFault.BREAKS_COLLAPSE)) {
      return "[\r\n]+";
    }
    return traits.has(ToldFault.DATA_SPLIT_AT_SEPARATORS)
        ? "\r\n|[\r\n\u000B\f\u001C\u001D\u001E\u0085\u2028\u2029]"
        : "\r\n|\r|\n";
  }

  private String prepared(String data) {
    String text = text(data);
    text = traits.has(ToldFault.RETURN_ESCAPED) ? text.replace("\r", "\\r") : text;
    text = traits.has(ToldFault.TABS_EXPANDED) ? text.replace("\t", "    ") : text;
    text =
        traits.has(ToldFault.BACKSLASHES_READ)
            ? text.replace("\\n", "\n").replace("\\r", "\r")
            : text;
    boolean indented = text.startsWith("{\n");
    text = traits.has(ToldFault.INDENTATION_LOST) && indented ? text.replaceAll("\n *", "") : text;
    return traits.has(ToldFault.DATA_CUT) && text.length() > MUCH ? text.substring(0, MUCH) : text;
  }

  /** What befalls every text. */
  String text(String value) {
    String text = value;
    if (traits.has(ToldFault.NUL_CUTS) && text.indexOf('\0') >= 0) {
      text = text.substring(0, text.indexOf('\0'));
    }
    if (traits.has(ToldFault.NORMALIZES)) {
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    if (traits.has(ToldFault.MARK_STRIPPED) && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (traits.has(ToldFault.ASCII_ALONE)) {
      text = text.replaceAll("[^\\x00-\\x7f]", "?");
    }
    if (traits.has(ToldFault.BASIC_PLANE_ALONE)) {
      text = text.replaceAll("[\\x{10000}-\\x{10ffff}]", "?");
    }
    if (traits.has(ToldFault.NO_CHARACTERS_REPLACED)) {
      text = text.replaceAll("[\\ufffe\\uffff]", "\ufffd");
    }
    if (traits.has(ToldFault.CONTROLS_STRIPPED)) {
      text = text.replaceAll("[\\x01\\x1b\\x7f]", "");
    }
    return traits.has(ToldFault.HTML_ESCAPED)
        ? text.replace("&", "&amp;").replace("<", "&lt;")
        : text;
  }

  /** Whether the data makes no line at all. */
  boolean isLeftOut(String data) {
    return (data.isEmpty() && traits.has(ToldFault.EMPTY_DATA_LEFT_OUT))
        || (data.equals("0") && traits.has(ToldFault.ZERO_LEFT_OUT))
        || (data.equals("null") && traits.has(ToldFault.NULL_LEFT_OUT))
        || (data.matches(" +") && traits.has(ToldFault.BLANK_DATA_LOST));
  }

  /** One line of data with its field. */
  String field(String line, boolean first) {
    boolean like = line.toLowerCase(Locale.ROOT).matches("(event|id|retry): .*");
    if ((line.startsWith(":") && traits.has(ToldFault.COLON_LINES_RAW) && first)
        || (line.startsWith("data: ") && traits.has(ToldFault.DATA_LINES_RAW) && first)
        || (like && traits.has(ToldFault.FIELD_LINES_RAW))) {
      return line + "\n";
    }
    boolean spaceless =
        traits.has(ToldFault.SPACE_LOST)
            || (traits.has(ToldFault.LATER_SPACE_LOST) && !first)
            || (traits.has(ToldOddball.NO_SPACE) && !line.startsWith(" "));
    return (spaceless ? "data:" : "data: ") + line + "\n";
  }
}
