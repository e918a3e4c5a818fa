package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.prerequisite;
import static dev.ssespec.judge.EndpointSight.shortened;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.judge.EndpointLines.Line;
import dev.ssespec.judge.EndpointStream.Block;
import dev.ssespec.report.Failure;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The stream, as its grammar has it. */
final class EndpointGrammar {
  private static final Set<String> KNOWN = Set.of("event", "data", "id", "retry");
  private static final String MARK = "\uFEFF";
  private static final long SHORTEST_RETRY = 100;
  private static final long LONGEST_RETRY = 600_000;

  /** A line without an end in so many bytes, 32 MiB less the framing, is taken for endless. */
  private static final long LONG_LINE = 31L << 20;

  private EndpointGrammar() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.VALID_UTF8, withLines(EndpointGrammar::utf8));
    rules.put(EndpointRule.BLOCKS_END, EndpointGrammar::blocksEnd);
    rules.put(EndpointRule.KNOWN_FIELDS, withLines(EndpointGrammar::knownFields));
    rules.put(EndpointRule.FIELDS_ONCE, withLines(EndpointGrammar::fieldsOnce));
    rules.put(EndpointRule.RETRY_DIGITS, withLines(EndpointGrammar::retryDigits));
    rules.put(EndpointRule.RETRY_RANGE, withLines(EndpointGrammar::retryRange));
    rules.put(EndpointRule.ID_WITHOUT_NUL, withLines(EndpointGrammar::idWithoutNul));
    rules.put(EndpointRule.ID_EMPTY, withLines(EndpointGrammar::idEmpty));
    rules.put(EndpointRule.STRAY_MARK, withLines(EndpointGrammar::strayMark));
    rules.put(EndpointRule.NAMED_WITHOUT_DATA, withLines(EndpointGrammar::namedWithoutData));
    rules.put(EndpointRule.LINES_END, EndpointGrammar::linesEnd);
  }

  private static EndpointJudge.Rule withLines(EndpointJudge.Rule rule) {
    return sight -> {
      String error = sight.stream().body().codingError();
      if (!error.isEmpty()) {
        return prerequisite("The body cannot be decoded: " + error + ".");
      }
      return sight.stream().lines().isEmpty()
          ? prerequisite("Not a byte of the stream came.")
          : rule.judge(sight);
    };
  }

  private static Judgement utf8(EndpointSight sight) {
    ByteBuffer bytes = ByteBuffer.wrap(sight.stream().body().whole());
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // The last character may be under way, unless the stream has ended.
    boolean ended = endedInOrder(sight);
    CoderResult result = decoder.decode(bytes, CharBuffer.allocate(bytes.remaining() + 1), ended);
    if (!result.isError()) {
      return Judgement.pass();
    }
    int at = bytes.position();
    byte[] bad = java.util.Arrays.copyOfRange(bytes.array(), at, at + result.length());
    return fail(
        Failure.WRONG_RESULT,
        "Byte " + at + " of the stream begins what is no UTF-8.",
        "UTF-8",
        dev.ssespec.report.Bytes.of(bad).escaped());
  }

  private static boolean endedInOrder(EndpointSight sight) {
    String end = sight.watch().peerEnd();
    return end.equals("end") || end.equals("complete");
  }

  private static Judgement blocksEnd(EndpointSight sight) {
    if (!endedInOrder(sight)) {
      return EndpointSight.notApplicable("The stream did not end while it was watched.");
    }
    Optional<Line> lost =
        sight.stream().rest().stream().filter(line -> KNOWN.contains(line.name())).findFirst();
    return lost.map(
            line ->
                fail(
                    Failure.MISSING,
                    "The stream ended without a blank line behind its last event.",
                    "a blank line",
                    line.text()))
        .orElseGet(Judgement::pass);
  }

  private static Judgement knownFields(EndpointSight sight) {
    List<Line> unknown =
        sight.stream().fields().stream()
            .filter(line -> !KNOWN.contains(line.name()) && !hasStrayMark(line))
            .toList();
    return unknown.isEmpty()
        ? Judgement.pass()
        : Judgement.nonStrict(
            "ignored lines",
            unknown.size()
                + " lines are ignored by every client, the first of them: "
                + shortened(unknown.get(0).text()));
  }

  private static boolean hasStrayMark(Line line) {
    return line.text().startsWith(MARK);
  }

  private static Judgement fieldsOnce(EndpointSight sight) {
    for (Block block : sight.stream().blocks()) {
      for (String name : List.of("event", "id", "retry")) {
        List<String> values =
            block.fields().stream()
                .filter(line -> line.name().equals(name))
                .map(Line::value)
                .toList();
        if (values.size() > 1) {
          return Judgement.nonStrict(
              "repeated fields",
              "A block holds " + name + " more than once: " + shortened(values.toString()));
        }
      }
    }
    return Judgement.pass();
  }

  private static Judgement retryDigits(EndpointSight sight) {
    return unless(
        sight,
        "retry",
        value -> !value.isEmpty() && !value.matches("[0-9]+"),
        value ->
            fail(
                Failure.WRONG_RESULT,
                "A retry field is not made of digits, so that every client ignores it.",
                "digits",
                value));
  }

  private static Judgement retryRange(EndpointSight sight) {
    return unless(
        sight,
        "retry",
        value -> value.matches("[0-9]+") && !inRange(value),
        value -> Judgement.nonStrict("odd retry", "retry is " + shortened(value) + " ms."));
  }

  private static boolean inRange(String digits) {
    if (digits.length() > 18) {
      return false;
    }
    long millis = Long.parseLong(digits);
    return millis >= SHORTEST_RETRY && millis <= LONGEST_RETRY;
  }

  private static Judgement idWithoutNul(EndpointSight sight) {
    return unless(
        sight,
        "id",
        value -> value.indexOf('\0') >= 0,
        value ->
            fail(
                Failure.WRONG_RESULT,
                "An id holds U+0000, so that every client ignores it.",
                "no U+0000",
                value.replace("\0", "\\0")));
  }

  private static Judgement unless(
      EndpointSight sight,
      String name,
      Predicate<String> bad,
      Function<String, Judgement> judgement) {
    return sight.stream().fields(name).stream()
        .map(Line::value)
        .filter(bad)
        .findFirst()
        .map(judgement)
        .orElseGet(Judgement::pass);
  }

  private static Judgement idEmpty(EndpointSight sight) {
    long empty = sight.stream().fields("id").stream().filter(l -> l.value().isEmpty()).count();
    return EndpointSight.info(empty + " id fields have no value.");
  }

  private static Judgement strayMark(EndpointSight sight) {
    return sight.stream().lines().stream()
        .filter(EndpointGrammar::hasStrayMark)
        .findFirst()
        .map(
            line ->
                fail(
                    Failure.WRONG_RESULT,
                    "A line in the stream begins with a byte order mark, which makes its field"
                        + " unknown.",
                    "no byte order mark",
                    line.text().replace(MARK, "\\uFEFF")))
        .orElseGet(Judgement::pass);
  }

  private static Judgement namedWithoutData(EndpointSight sight) {
    long count =
        sight.stream().blocks().stream().filter(b -> b.has("event") && !b.has("data")).count();
    return EndpointSight.info(count + " blocks have an event name and no data.");
  }

  private static Judgement linesEnd(EndpointSight sight) {
    Optional<String> more = sight.watch().note("not written down: ");
    List<Line> lines = sight.stream().lines();
    if (more.isEmpty() || lines.isEmpty() || lines.get(lines.size() - 1).ended()) {
      return Judgement.pass();
    }
    String[] words = more.get().split(" ", -1);
    long bytes = Long.parseLong(words[0]) + sight.stream().body().whole().length;
    return words[4].equals("0") && bytes >= LONG_LINE
        ? Judgement.nonStrict("endless line", "No line ended in " + bytes + " bytes.")
        : Judgement.pass();
  }
}
