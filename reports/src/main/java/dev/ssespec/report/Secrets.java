package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code ***} in place of credentials, so that a report can be shown to anyone: the values of
 * headers, query parameters, options and JSON members whose names stand for a secret ({@code
 * Authorization}, {@code Cookie}, {@code X-Api-Key}, {@code access_token} and the like), and the
 * user part of addresses. What is masked stays masked: doing it twice changes nothing.
 *
 * <p>{@link RunFile} and every rendering mask by themselves. A judge must not depend on such a
 * value, since judging again sees the mask.
 */
public final class Secrets {
  static final String MASK = "***";

  /** Bytes in which a request line or status line must end to be taken for one. */
  private static final int LONGEST_LINE = 16_384;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?m)^([ \\t]*)([!-9;-~]+)([ \\t]*:[ \\t]*)([^\\r\\n]+(?:\\r?\\n[ \\t]+[^\\r\\n]+)*+)");
  private static final Pattern QUOTED_HEADER =
      Pattern.compile("(['\"]|[=\\s])([A-Za-z][A-Za-z0-9_-]*)(:[ ]?)([^'\"\\r\\n]+)");
  private static final Pattern PARAMETER =
      Pattern.compile("([?&;])([A-Za-z0-9_.-]+)(=)([^&;#\\s'\"<>]+)");
  private static final Pattern USER = Pattern.compile("(\\w://)([^/\\s@:'\"]+:[^/\\s@'\"]*)@");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(bearer|basic)( +)([A-Za-z0-9+/=._~-]{6,})");
  private static final Pattern HEAD =
      Pattern.compile("(?:[A-Z]+ \\S+ HTTP/1\\.[01]|HTTP/1\\.[01] [0-9]{3})");
  private static final Pattern OPTION = Pattern.compile("^--?([A-Za-z][A-Za-z0-9_-]*)(=(?s:.*))?$");

  private Secrets() {}

  /** {@code run} with its secrets masked. */
  public static Run masked(Run run) {
    return new Run(
        masked(run.header()),
        run.abouts(),
        run.cases().stream().map(Secrets::masked).toList(),
        run.complete());
  }

  /** {@code header} with the secrets of its command line masked. */
  public static RunHeader masked(RunHeader header) {
    return new RunHeader(
        header.schema(),
        header.kit(),
        header.target(),
        header.role(),
        header.seed(),
        maskedArguments(header.argv()),
        header.environment());
  }

  /** {@code record} with the secrets masked wherever they stand. */
  public static CaseRecord masked(CaseRecord record) {
    return new CaseRecord(
        record.code(),
        record.id(),
        record.revision(),
        record.variant(),
        record.level(),
        record.verdict(),
        record.failure(),
        record.skip(),
        record.outcome(),
        maskedText(record.reason()),
        maskedTree(record.expected()),
        maskedTree(record.actual()),
        record.application(),
        record.connection(),
        record.durationMs(),
        maskedCommand(record.repeat()),
        record.transcript().stream().map(Secrets::masked).toList());
  }

  /** {@code entry} with its secrets masked. */
  public static TranscriptEntry masked(TranscriptEntry entry) {
    return new TranscriptEntry(
        entry.atMicros(),
        entry.kind(),
        entry.connection(),
        entry.request(),
        switch (entry.kind()) {
          case TOLD, SAID -> SecretTree.maskedJson(entry.text());
          case NOISE,
              EXITED,
              REQUEST,
              REQUEST_BODY,
              WROTE,
              READ,
              RESPONSE,
              CONNECTED,
              ENDED,
              PEER_ENDED,
              DEADLINE,
              NOTE ->
              maskedText(entry.text());
        },
        switch (entry.kind()) {
          case REQUEST, RESPONSE, NOISE -> maskedHead(entry.bytes());
          case WROTE, READ -> isHead(entry.bytes()) ? maskedHead(entry.bytes()) : entry.bytes();
          case TOLD, SAID, EXITED, REQUEST_BODY, CONNECTED, ENDED, PEER_ENDED, DEADLINE, NOTE ->
              entry.bytes();
        });
  }

  /** Header lines, query parameters, users in addresses and {@code Bearer …} within any text. */
  static String maskedText(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return maskedText(text, SecretNames::hasHeader);
  }

  private static String maskedText(String text, Predicate<String> isSecretHeader) {
    var out = named(HEADER, text, isSecretHeader);
    out = named(PARAMETER, out, SecretNames::has);
    out = USER.matcher(out).replaceAll("$1" + MASK + "@");
    return SCHEME.matcher(out).replaceAll("$1$2" + MASK);
  }

  static String maskedCommand(String command) {
    return named(QUOTED_HEADER, maskedText(command), SecretNames::has);
  }

  private static List<String> maskedArguments(List<String> argv) {
    var out = new ArrayList<String>();
    var secretFollows = false;
    for (var argument : argv) {
      var option = OPTION.matcher(argument);
      var isSecret = option.matches() && SecretNames.has(option.group(1));
      if (secretFollows && !option.matches()) {
        out.add(MASK);
      } else if (isSecret && option.group(2) != null) {
        out.add(argument.substring(0, argument.indexOf('=') + 1) + MASK);
      } else {
        out.add(maskedCommand(argument));
      }
      secretFollows = isSecret && option.group(2) == null;
    }
    return out;
  }

  private static @Nullable JsonNode maskedTree(@Nullable JsonNode node) {
    return node == null ? null : SecretTree.masked(node);
  }

  private static boolean isHead(Bytes bytes) {
    return HEAD.matcher(latin(bytes.slice(0, Math.min(bytes.length(), LONGEST_LINE)))).lookingAt();
  }

  private static Bytes maskedHead(Bytes bytes) {
    var text = latin(bytes);
    var end = headEnd(text);
    var masked = maskedText(text.substring(0, end), SecretNames::has) + text.substring(end);
    return masked.equals(text) ? bytes : Bytes.of(masked.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int headEnd(String text) {
    var crlf = text.indexOf("\r\n\r\n");
    var lf = text.indexOf("\n\n");
    var end = crlf < 0 ? lf : lf < 0 ? crlf : Math.min(crlf, lf);
    return end < 0 ? text.length() : end;
  }

  private static String latin(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  /** Groups of {@code pattern}: 1 before, 2 the name, 3 between, 4 the value. */
  private static String named(Pattern pattern, String text, Predicate<String> isSecret) {
    return pattern
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret.test(found.group(2))
                        ? found.group(1) + found.group(2) + found.group(3) + MASK
                        : found.group()));
  }
}
