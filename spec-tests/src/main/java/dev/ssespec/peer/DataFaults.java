package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in the data buffer. */
final class DataFaults {
  private DataFaults() {}

  static List<ParserFault> all() {
    return List.of(
        linesJoined(),
        lastLineWins(),
        lineIsEvent(),
        firstEmptyLineLost(),
        emptyLinesLost(),
        lastEmptyLinesLost(),
        emptyDataDropped(),
        zeroIsNothing(),
        doneEndsStream(),
        escapesResolved(),
        dataMustBeLast(),
        longDataCut());
  }

  private static ParserFault linesJoined() {
    return fault(
            "lines-joined",
            "Joins data lines without a line feed.",
            "stalwartlabs/jmap-client #19",
            () ->
                new PlainParser() {
                  @Override
                  String payload() {
                    return super.payload().replace("\n", "");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lastLineWins() {
    return fault(
            "last-line-wins",
            "Keeps the last data line alone.",
            "milady-ai/milady PR 1653",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    data.setLength(0);
                    super.data(value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lineIsEvent() {
    return fault(
            "line-is-event",
            "Makes an event of each data line.",
            "r3labs/sse #90",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    if (data.length() > 0) {
                      dispatch();
                      data.setLength(0);
                    }
                    super.data(value);
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault firstEmptyLineLost() {
    return fault(
            "first-empty-line-lost",
            "Loses empty data lines before the first other one.",
            "Azure/fetch-event-source #50, btubbs/sseclient 7c94b83",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    if (data.toString().isBlank()) {
                      data.setLength(0);
                    }
                    super.data(value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault emptyLinesLost() {
    return fault(
            "empty-lines-lost",
            "Loses empty data lines of an event that has others.",
            "quarkusio/quarkus",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    if (!value.isEmpty() || data.isEmpty()) {
                      super.data(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lastEmptyLinesLost() {
    return fault(
            "last-empty-lines-lost",
            "Drops all line feeds at the end of the data.",
            "aiohttp-sse-client e311075",
            () ->
                new PlainParser() {
                  @Override
                  String payload() {
                    return super.payload().replaceFirst("\n+$", "");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault emptyDataDropped() {
    return fault(
            "empty-data-dropped",
            "Does not dispatch an event whose data is empty.",
            "quarkusio/quarkus #35966",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (!payload().isEmpty()) {
                      super.dispatch();
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault zeroIsNothing() {
    return fault(
            "zero-is-nothing",
            "Takes the text 0 for nothing.",
            "languages in which it is false",
            () ->
                new PlainParser() {
                  @Override
                  void data(String value) {
                    super.data(value.equals("0") ? "" : value);
                  }

                  @Override
                  void id(String value) {
                    super.id(value.equals("0") ? "" : value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault doneEndsStream() {
    return fault(
            "done-ends-stream",
            "Ends the stream at a payload of [DONE].",
            "clients of language models",
            () ->
                new PlainParser() {
                  private boolean done;

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    done = done || payload.equals("[DONE]");
                    if (!done) {
                      super.emit(eventType, payload, lastEventId);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault escapesResolved() {
    return fault(
            "escapes-resolved",
            "Turns a backslash and an n into a line feed.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  String payload() {
                    return super.payload().replace("\\n", "\n");
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault dataMustBeLast() {
    return fault(
            "data-must-be-last",
            "Ignores what follows the data in a block.",
            "ReactiveX/RxNetty #554",
            () ->
                new PlainParser() {
                  @Override
                  void field(String name, String value) {
                    if (data.isEmpty() || name.equals("data") || name.equals("retry")) {
                      super.field(name, value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault longDataCut() {
    return fault(
            "long-data-cut",
            "Cuts the data at 65,536 characters.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  String payload() {
                    String payload = super.payload();
                    return payload.length() > 65_536 ? payload.substring(0, 65_536) : payload;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
