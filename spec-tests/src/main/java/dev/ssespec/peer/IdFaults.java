package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in ids. */
final class IdFaults {
  private IdFaults() {}

  static List<ParserFault> all() {
    return List.of(
        idIgnored(),
        idNotKept(),
        idWithoutDataLost(),
        idCountsAtOnce(),
        idCountsAtEnd(),
        idOfTheEndOnAll());
  }

  private static ParserFault idIgnored() {
    return fault(
            "id-ignored",
            "Does not know ids.",
            "parsers that read data alone",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {}
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idNotKept() {
    return fault(
            "id-not-kept",
            "Gives the id to its own event alone.",
            "EventSource/eventsource #358, sseclient-py 456873c",
            () ->
                new PlainParser() {
                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    if (!events.isEmpty()) {
                      idBuffer = "";
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idWithoutDataLost() {
    return fault(
            "id-without-data-lost",
            "Forgets the id of a block without data.",
            "EventSource/eventsource 4.1.1, okhttp-sse, Yaffle/EventSource",
            () ->
                new PlainParser() {
                  private String committed = "";

                  @Override
                  void dispatch() {
                    super.dispatch();
                    committed = idBuffer;
                  }

                  @Override
                  void noData() {
                    idBuffer = committed;
                    idString = committed;
                    super.noData();
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idCountsAtOnce() {
    return fault(
            "id-counts-at-once",
            "Makes an id the last event ID string as its line is read.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void id(String value) {
                    super.id(value);
                    idString = idBuffer;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idCountsAtEnd() {
    return fault(
            "id-counts-at-end",
            "Makes the id of an unfinished block the last event ID string at the end.",
            "Azure/fetch-event-source 2.0.1",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    super.end();
                    idString = idBuffer;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault idOfTheEndOnAll() {
    return fault(
            "id-of-the-end-on-all",
            "Gives every event the id that is known at the end.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  Interpretation interpretation() {
                    Interpretation found = super.interpretation();
                    return new Interpretation(
                        found.events().stream()
                            .map(e -> new Event(e.type(), e.data(), idString))
                            .toList(),
                        found.comments(),
                        found.reconnectionTime(),
                        idString);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
