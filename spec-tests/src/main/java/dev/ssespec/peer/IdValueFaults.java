package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in what an id may hold. */
final class IdValueFaults {
  private IdValueFaults() {}

  static List<ParserFault> all() {
    return List.of(
        idWithNulAccepted(),
        idWithNulClears(),
        idOfNulAloneIgnored(),
        idCutAtNul(),
        emptyIdIgnored(),
        blankIdIgnored(),
        firstIdWins(),
        idIsNumber(),
        idInAscii(),
        idPrintable(),
        idOverwrittenByRetry(),
        idLimited(),
        unchangedIdHidden());
  }

  private static ParserFault idWithNulAccepted() {
    return fault(
            "id-with-nul-accepted",
            "Accepts an id that holds NUL.",
            "sseclient-py 456873c, btubbs/sseclient, Azure/fetch-event-source 2.0.1",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    idBuffer = value;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idWithNulClears() {
    return fault(
            "id-with-nul-clears",
            "Clears the id at one that holds NUL.",
            "rexxars/eventsource-parser #34",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    idBuffer = value.indexOf('\0') < 0 ? value : "";
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idOfNulAloneIgnored() {
    return fault(
            "id-of-nul-alone-ignored",
            "Ignores an id of exactly one NUL, and accepts NUL beside others.",
            "aiohttp-sse-client e311075",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (!value.equals("\0")) {
                      idBuffer = value;
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idCutAtNul() {
    return fault(
            "id-cut-at-nul",
            "Cuts an id at its first NUL.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    int nul = value.indexOf('\0');
                    idBuffer = nul < 0 ? value : value.substring(0, nul);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault emptyIdIgnored() {
    return fault(
            "empty-id-ignored",
            "Ignores an empty id.",
            "modelcontextprotocol/typescript-sdk #2769, langchain-ai/langgraph #9009",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (!value.isEmpty()) {
                      super.id(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault blankIdIgnored() {
    return fault(
            "blank-id-ignored",
            "Ignores an id of spaces alone.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (value.isEmpty() || !value.isBlank()) {
                      super.id(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault firstIdWins() {
    return fault(
            "first-id-wins",
            "Keeps the first id of a block.",
            "",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void id(String value) {
                    if (!seen) {
                      super.id(value);
                    }
                    seen = seen || value.indexOf('\0') < 0;
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idIsNumber() {
    return fault(
            "id-is-number",
            "Reads an id of digits as a number.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    super.id(value.matches("0[0-9]+") ? value.replaceFirst("^0+", "") : value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idInAscii() {
    return fault(
            "id-in-ascii",
            "Ignores an id with characters outside ASCII.",
            "reqwest-eventsource ce0b972",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (value.chars().allMatch(c -> c < 128)) {
                      super.id(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idPrintable() {
    return fault(
            "id-printable",
            "Ignores an id with control characters.",
            "nodejs/undici PR 5746",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (value.chars().noneMatch(c -> c < 32)) {
                      super.id(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idOverwrittenByRetry() {
    return fault(
            "id-overwritten-by-retry",
            "Writes the reconnection time into the id.",
            "gin-contrib/sse #48",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    super.retry(value);
                    if (!idBuffer.isEmpty()) {
                      idBuffer = value;
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idLimited() {
    return fault(
            "id-limited",
            "Ignores an id of more than 4096 characters.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    if (value.length() <= 4096) {
                      super.id(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault unchangedIdHidden() {
    return fault(
            "unchanged-id-hidden",
            "Gives the id only to events whose block names it.",
            "launchdarkly/eventsource #31",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void id(String value) {
                    super.id(value);
                    seen = true;
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    super.emit(eventType, payload, seen ? lastEventId : "");
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
