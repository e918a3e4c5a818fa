package dev.ssespec.judge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Content-Type value that event streams need. */
final class MediaType {
  static final String EVENT_STREAM = "text/event-stream";

  private static final Pattern CHARSET =
      Pattern.compile(";[ \\t]*charset=(\"(?:[^\"\\\\]|\\\\.)*\"|[^;]*)", Pattern.CASE_INSENSITIVE);

  private MediaType() {}

  /** Type and subtype in lower case, without parameters. */
  static String essence(String value) {
    int semicolon = value.indexOf(';');
    String essence = semicolon < 0 ? value : value.substring(0, semicolon);
    return essence.strip().toLowerCase(Locale.ROOT);
  }

  /** The value of the charset parameter, unquoted. */
  static Optional<String> charset(String value) {
    Matcher matcher = CHARSET.matcher(value);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String found = matcher.group(1).strip();
    boolean quoted = found.length() > 1 && found.startsWith("\"") && found.endsWith("\"");
    return Optional.of(quoted ? found.substring(1, found.length() - 1) : found);
  }
}
