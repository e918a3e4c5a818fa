package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Set;

/** Faults in lines without a colon. */
final class BareNameFaults {
  private BareNameFaults() {}

  static List<ParserFault> all() {
    return List.of(
        bareNameThrows(), bareDataIgnored(), bareIdIgnored(), bareEventIgnored(), bareTextIsData());
  }

  private static ParserFault bareNameThrows() {
    return fault(
            "bare-name-throws",
            "Fails on a line without a colon.",
            "launchdarkly/rust-eventsource-client #3",
            () ->
                new PlainParser() {
                  @Override
                  void bareName(String name) {
                    throw new IllegalStateException("no colon");
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault bareDataIgnored() {
    return fault(
            "bare-data-ignored",
            "Ignores a bare data line.",
            "r3labs/sse #94, mpetazzoni/sse.js #30",
            () ->
                new PlainParser() {
                  @Override
                  void bareName(String name) {
                    if (!name.equals("data")) {
                      super.bareName(name);
                    }
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault bareIdIgnored() {
    return fault(
            "bare-id-ignored",
            "Ignores a bare id line.",
            "r3labs/sse, spring-projects/spring-framework 91eb4264",
            () ->
                new PlainParser() {
                  @Override
                  void bareName(String name) {
                    if (!name.equals("id")) {
                      super.bareName(name);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault bareEventIgnored() {
    return fault(
            "bare-event-ignored",
            "Ignores a bare event line.",
            "goto-bus-stop/sse-codec 45249db",
            () ->
                new PlainParser() {
                  @Override
                  void bareName(String name) {
                    if (!name.equals("event")) {
                      super.bareName(name);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault bareTextIsData() {
    return fault(
            "bare-text-is-data",
            "Takes a line of text without a colon for data.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void bareName(String name) {
                    if (Set.of("data", "event", "id", "retry").contains(name)) {
                      super.bareName(name);
                    } else {
                      data(name);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
