package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Faults in field names. */
final class NameFaults {
  private NameFaults() {}

  static List<ParserFault> all() {
    return List.of(
        namesFolded(),
        namesByPrefix(),
        namesTrimmedInFront(),
        namesTrimmedBehind(),
        namesCleaned(),
        namesCutAtNul(),
        nameOutsideAsciiThrows(),
        nameInPrototype(),
        unknownThrows(),
        unknownSpoilsEvent(),
        unknownDispatches(),
        commentFieldIsComment(),
        indentedColonIsComment());
  }

  private static ParserFault namesFolded() {
    return fault(
            "names-folded",
            "Compares names without regard to case.",
            "launchdarkly/dotnet-eventsource before 4.0.0",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    super.field(name.toLowerCase(Locale.ROOT), value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault namesByPrefix() {
    return fault(
            "names-by-prefix",
            "Takes names that begin like a known one for it.",
            "binaryminds/react-native-sse 0ad8aa3",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    for (String known : List.of("data", "event", "id", "retry")) {
                      if (name.startsWith(known)) {
                        super.field(known, value);
                        return;
                      }
                    }
                    super.field(name, value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault namesTrimmedInFront() {
    return fault(
            "names-trimmed-in-front",
            "Drops white space before a name.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    super.line(whole.stripLeading());
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault namesTrimmedBehind() {
    return fault(
            "names-trimmed-behind",
            "Drops white space behind a name.",
            "launchdarkly/okhttp-eventsource #62",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    super.field(name.stripTrailing(), value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault namesCleaned() {
    return fault(
            "names-cleaned",
            "Drops all but letters from a name.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    super.field(name.replaceAll("[^A-Za-z ]", ""), value);
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault namesCutAtNul() {
    return fault(
            "names-cut-at-nul",
            "Compares names up to their first NUL.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    int nul = name.indexOf('\0');
                    super.field(nul < 0 ? name : name.substring(0, nul), value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault nameOutsideAsciiThrows() {
    return fault(
            "name-outside-ascii-throws",
            "Fails on a name outside ASCII.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void unknown(String name, String value) {
                    if (name.chars().anyMatch(c -> c > 127)) {
                      throw new IllegalStateException("odd name");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault nameInPrototype() {
    return fault(
            "name-in-prototype",
            "Takes the names that objects are born with for known fields, and fails.",
            "mpetazzoni/sse.js 2749a8c",
            () ->
                new PlainParser() {
                  @Override
                  void unknown(String name, String value) {
                    if (Set.of("constructor", "__proto__", "toString").contains(name)) {
                      throw new IllegalStateException("not a function");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault unknownThrows() {
    return fault(
            "unknown-throws",
            "Fails on a field that it does not know.",
            "modelcontextprotocol/java-sdk #1082",
            () ->
                new PlainParser() {
                  @Override
                  void unknown(String name, String value) {
                    throw new IllegalStateException("unknown field");
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault unknownSpoilsEvent() {
    return fault(
            "unknown-spoils-event",
            "Does not dispatch at the end of a block with an unknown field; its data leaks "
                + "into the next event.",
            "Helidon #12465",
            () ->
                new PlainParser() {
                  private boolean spoilt;

                  @Override
                  void unknown(String name, String value) {
                    spoilt = true;
                  }

                  @Override
                  void emptyLine() {
                    if (!spoilt) {
                      super.emptyLine();
                    }
                    spoilt = false;
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault unknownDispatches() {
    return fault(
            "unknown-dispatches",
            "Dispatches a block of unknown fields alone.",
            "launchdarkly/eventsource d27e310",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void unknown(String name, String value) {
                    seen = true;
                  }

                  @Override
                  void noData() {
                    if (seen) {
                      emit("message", "", idString);
                    }
                    super.noData();
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault commentFieldIsComment() {
    return fault(
            "comment-field-is-comment",
            "Takes a field called comment for a comment.",
            "launchdarkly/cpp-sdks 55f7eaf6",
            () ->
                new PlainParser() {
                  @Override
                  void unknown(String name, String value) {
                    if (name.equals("comment")) {
                      comment(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault indentedColonIsComment() {
    return fault(
            "indented-colon-is-comment",
            "Takes a line for a comment if its first character but spaces is a colon.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    super.line(whole.startsWith(" :") ? whole.substring(1) : whole);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
