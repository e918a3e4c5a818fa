package dev.ssespec.judge;

import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a request carries the header that a case expects. */
final class HeaderCheck {
  private final ClientView view;
  private final Words words;

  HeaderCheck(ClientView view, Words words) {
    this.view = view;
    this.words = words;
  }

  Optional<Violation> violation(ClientExpectation.Header header) {
    Optional<TranscriptEntry> request = view.request(header.request());
    if (request.isEmpty()) {
      return Optional.of(
          new Violation(Failure.MISSING, "Request " + header.request() + " never came."));
    }
    List<Bytes> values = RequestHead.values(request.get().bytes(), header.name());
    HeaderRule rule = header.rule();
    if (rule instanceof HeaderRule.Absent) {
      return unless(values.isEmpty(), Failure.EXTRA, header, "no such header", values);
    }
    if (rule instanceof HeaderRule.AbsentOrEmpty) {
      boolean empty = values.stream().allMatch(value -> value.text().isEmpty());
      return unless(empty, Failure.EXTRA, header, "none, or an empty one", values);
    }
    if (rule instanceof HeaderRule.Present) {
      return unless(!values.isEmpty(), Failure.MISSING, header, "such a header", values);
    }
    if (rule instanceof HeaderRule.MainOrigin) {
      return exactly(Bytes.utf8(view.originAddress(true)), header, values);
    }
    if (rule instanceof HeaderRule.Exactly exactly) {
      return exactly(Bytes.of(words.fill(exactly.value().toArray())), header, values);
    }
    if (rule instanceof HeaderRule.AbsentOrAdmits admits) {
      return unless(
          values.isEmpty() || values.stream().anyMatch(v -> admits(v.text(), admits.type())),
          Failure.WRONG_RESULT,
          header,
          "none, or one that admits " + admits.type(),
          values);
    }
    if (rule instanceof HeaderRule.AdmitsNot not) {
      boolean admits =
          values.stream()
              .flatMap(v -> members(v.text()).stream())
              .anyMatch(not.coding()::isAdmittedBy);
      return unless(!admits, Failure.EXTRA, header, "none of " + not.coding().token(), values);
    }
    HeaderRule.Has has = (HeaderRule.Has) rule;
    return unless(
        values.stream().anyMatch(v -> members(v.text()).contains(has.member())),
        values.isEmpty() ? Failure.MISSING : Failure.WRONG_RESULT,
        header,
        "one with " + has.member(),
        values);
  }

  private static Optional<Violation> exactly(
      Bytes expected, ClientExpectation.Header header, List<Bytes> values) {
    return unless(
        values.equals(List.of(expected)),
        values.isEmpty() ? Failure.MISSING : Failure.WRONG_RESULT,
        header,
        "\"" + expected.escaped() + "\"",
        values);
  }

  private static Optional<Violation> unless(
      boolean holds,
      Failure kind,
      ClientExpectation.Header header,
      String expected,
      List<Bytes> actual) {
    return holds
        ? Optional.empty()
        : Optional.of(
            new Violation(
                kind,
                "Request "
                    + header.request()
                    + ", header "
                    + header.name()
                    + ": expected "
                    + expected
                    + " but was "
                    + (actual.isEmpty() ? "absent" : quoted(actual))
                    + "."));
  }

  private static String quoted(List<Bytes> values) {
    return String.join(", ", values.stream().map(v -> "\"" + v.escaped() + "\"").toList());
  }

  private static List<String> members(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(m -> m.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Whether one of the media ranges admits the type with a weight above zero. */
  private static boolean admits(String accept, String type) {
    for (String range : members(accept)) {
      String[] parts = range.split(";", -1);
      String media = parts[0].strip();
      boolean refused =
          Arrays.stream(parts).skip(1).map(String::strip).anyMatch(p -> p.matches("q=0(\\.0*)?"));
      String group = type.substring(0, type.indexOf('/')) + "/*";
      if (!refused && (media.equals(type) || media.equals("*/*") || media.equals(group))) {
        return true;
      }
    }
    return false;
  }
}
