package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in what an empty line does. */
final class DispatchFaults {
  private DispatchFaults() {}

  static List<ParserFault> all() {
    return List.of(
        untypedDropped(),
        typeAloneDispatches(),
        idAloneDispatches(),
        retryAloneDispatches(),
        commentAloneDispatches(),
        knownIdDispatches(),
        emptyLinesDispatch(),
        leadingEmptyLineThrows(),
        leadingEmptyLineLosesEvent(),
        dataLeaks());
  }

  private static ParserFault untypedDropped() {
    return fault(
            "untyped-dropped",
            "Dispatches only events that have a type.",
            "vercel/ai #15880",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (!type.isEmpty()) {
                      super.dispatch();
                    }
                  }
                })
        .floods("*")
        .kinds(Failure.MISSING);
  }

  private static ParserFault typeAloneDispatches() {
    return fault(
            "type-alone-dispatches",
            "Dispatches a block with a type and no data.",
            "launchdarkly/eventsource d27e310",
            () ->
                new PlainParser() {
                  @Override
                  void noData() {
                    if (!type.isEmpty()) {
                      emit(type, "", idString);
                    }
                    super.noData();
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault idAloneDispatches() {
    return fault(
            "id-alone-dispatches",
            "Dispatches a block with an id and no data.",
            "tmaxmax/go-sse e3ddbdf, Azure/fetch-event-source 2.0.1",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void id(String value) {
                    seen = true;
                    super.id(value);
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

  private static ParserFault retryAloneDispatches() {
    return fault(
            "retry-alone-dispatches",
            "Dispatches a block with a reconnection time and no data.",
            "httpx-sse, Deno std ca58f94",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void retry(String value) {
                    seen = true;
                    super.retry(value);
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

  private static ParserFault commentAloneDispatches() {
    return fault(
            "comment-alone-dispatches",
            "Dispatches a block of comments alone.",
            "Azure/fetch-event-source 2.0.1, Deno std ca58f94",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void comment(String text) {
                    seen = true;
                    super.comment(text);
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

  private static ParserFault knownIdDispatches() {
    return fault(
            "known-id-dispatches",
            "Dispatches every empty line once an id is known.",
            "florimondmanca/httpx-sse #35, openai/openai-python #2722",
            () ->
                new PlainParser() {
                  @Override
                  void noData() {
                    if (!idString.isEmpty()) {
                      emit("message", "", idString);
                    }
                    super.noData();
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault emptyLinesDispatch() {
    return fault(
            "empty-lines-dispatch",
            "Dispatches every empty line behind another one.",
            "stevenroose/dart-eventsource 2282083",
            () ->
                new PlainParser() {
                  private boolean behind = true;

                  @Override
                  void line(String whole) {
                    super.line(whole);
                    behind = whole.isEmpty();
                  }

                  @Override
                  void noData() {
                    if (behind) {
                      emit("message", "", idString);
                    }
                    super.noData();
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault leadingEmptyLineThrows() {
    return fault(
            "leading-empty-line-throws",
            "Fails on a block that begins with an empty line.",
            "Helidon dbfabfca",
            () ->
                new PlainParser() {
                  private boolean behind = true;

                  @Override
                  void line(String whole) {
                    if (behind && whole.isEmpty()) {
                      throw new IllegalStateException("index out of range");
                    }
                    super.line(whole);
                    behind = whole.isEmpty();
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault leadingEmptyLineLosesEvent() {
    return fault(
            "leading-empty-line-loses-event",
            "Loses the first event of a stream that begins with an empty line.",
            "ReactiveX/RxNetty #530",
            () ->
                new PlainParser() {
                  private boolean first = true;
                  private boolean lose;

                  @Override
                  void line(String whole) {
                    lose = lose || (first && whole.isEmpty());
                    first = false;
                    super.line(whole);
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    if (!lose) {
                      super.emit(eventType, payload, lastEventId);
                    }
                    lose = false;
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault dataLeaks() {
    return fault(
            "data-leaks",
            "Puts the data of the event before in front of the data of an event.",
            "",
            () ->
                new PlainParser() {
                  private String before = "";

                  @Override
                  String payload() {
                    String own = super.payload();
                    String leaked = before.isEmpty() ? own : before + "\n" + own;
                    before = own;
                    return leaked;
                  }
                })
        .floods("*")
        .kinds(Failure.WRONG_RESULT);
  }
}
