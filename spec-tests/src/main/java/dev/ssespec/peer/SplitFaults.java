package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in the cut of a line into name and value. */
final class SplitFaults {
  private SplitFaults() {}

  static List<ParserFault> all() {
    return List.of(
        spaceDemanded(),
        spacesStripped(),
        tabStripped(),
        valuesTrimmedBehind(),
        dataTrimmed(),
        typeTrimmed(),
        idTrimmed(),
        valueCutAtColon(),
        lastColonSplits(),
        markerSplits(),
        colonWithMarkMissed(),
        spaceWithMarkKept());
  }

  private static ParserFault spaceDemanded() {
    return fault(
            "space-demanded",
            "Ignores a line without a space behind its colon.",
            "envoyproxy/ai-gateway #2149, bigskysoftware/htmx #3588",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    int colon = colon(whole);
                    if (colon <= 0
                        || colon + 1 == whole.length()
                        || whole.charAt(colon + 1) == ' ') {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault spacesStripped() {
    return fault(
            "spaces-stripped",
            "Drops every space behind the colon.",
            "aiohttp-sse-client e311075, Jersey 0aa0e9c",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    return behindColon.replaceFirst("^ +", "");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault tabStripped() {
    return fault(
            "tab-stripped",
            "Drops one white space of any kind behind the colon.",
            "Shopify/event_stream_parser 1e3c849",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    return behindColon.replaceFirst("^[ \\t\\u00a0]", "");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault valuesTrimmedBehind() {
    return fault(
            "values-trimmed-behind",
            "Drops white space at the end of a line.",
            "mpetazzoni/sse.js #48",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    return super.value(behindColon).replaceFirst(" +$", "");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault dataTrimmed() {
    return fault(
            "data-trimmed",
            "Trims data.",
            "spring-projects/spring-framework #27473",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    super.data(value.trim());
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault typeTrimmed() {
    return fault(
            "type-trimmed",
            "Trims the type.",
            "spring-projects/spring-framework 91eb4264",
            () ->
                new PlainParser() {
                  @Override
                  void type(String value) {
                    super.type(value.trim());
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idTrimmed() {
    return fault(
            "id-trimmed",
            "Trims the id.",
            "spring-projects/spring-framework 91eb4264",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    super.id(value.replaceAll("^ +| +$", ""));
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault valueCutAtColon() {
    return fault(
            "value-cut-at-colon",
            "Cuts a value at its first colon.",
            "denoland/deno #22367",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    String value = super.value(behindColon);
                    int colon = value.indexOf(':');
                    return colon < 0 ? value : value.substring(0, colon);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lastColonSplits() {
    return fault(
            "last-colon-splits",
            "Cuts a line at its last colon.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  int colon(String whole) {
                    return whole.lastIndexOf(':');
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault markerSplits() {
    return fault(
            "marker-splits",
            "Begins a new line at a field name inside a value.",
            "langchain4j/langchain4j #3697",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    int marker = whole.indexOf(" data: ", 1);
                    if (marker > 0 && whole.startsWith("data: ")) {
                      super.line(whole.substring(0, marker));
                      super.line(whole.substring(marker + 1));
                    } else {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault colonWithMarkMissed() {
    return fault(
            "colon-with-mark-missed",
            "Misses a colon that has a combining mark behind it.",
            "mattt/EventSource 86b5096",
            () ->
                new PlainParser() {
                  @Override
                  int colon(String whole) {
                    int colon = super.colon(whole);
                    return colon >= 0 && whole.startsWith("\u0301", colon + 1) ? -1 : colon;
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault spaceWithMarkKept() {
    return fault(
            "space-with-mark-kept",
            "Keeps a space that has a combining mark behind it.",
            "mattt/EventSource 86b5096",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    return behindColon.startsWith(" \u0301")
                        ? behindColon
                        : super.value(behindColon);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
