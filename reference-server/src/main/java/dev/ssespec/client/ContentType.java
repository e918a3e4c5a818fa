package dev.ssespec.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the MIME type of a response as Fetch's "extract a MIME type" does. */
final class ContentType {
  static final String EVENT_STREAM = "text/event-stream";

  private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
  private static final Pattern ESSENCE =
      Pattern.compile(
          "[ \\t\\n\\r]*(" + TOKEN + "/" + TOKEN + ")[ \\t\\n\\r]*(;.*)?", Pattern.DOTALL);

  private ContentType() {}

  /**
   * The essence, in lower case, of the last value that is a MIME type.
   *
   * @param fields the values of all Content-Type fields, in order; each may hold several, by comma
   */
  static Optional<String> essence(List<String> fields) {
    Optional<String> last = Optional.empty();
    for (String value : split(String.join(", ", fields))) {
      Matcher matcher = ESSENCE.matcher(value);
      if (matcher.matches() && !matcher.group(1).equals("*/*")) {
        last = Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return last;
  }

  /** Splits at commas that are not inside a quoted string. */
  private static List<String> split(String joined) {
    List<String> values = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        i++;
      } else if (!quoted && c == ',') {
        values.add(joined.substring(start, i));
        start = i + 1;
      }
    }
    values.add(joined.substring(start));
    return values;
  }
}
