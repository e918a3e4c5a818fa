package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Faults in the type of an event. */
final class TypeFaults {
  private TypeFaults() {}

  static List<ParserFault> all() {
    return List.of(
        typeKept(),
        typeKeptWithoutData(),
        emptyTypeIgnored(),
        emptyTypeReported(),
        firstTypeWins(),
        namedEventsDropped(),
        errorTypeThrows(),
        errorTypeWaits(),
        reservedTypesDropped(),
        typeInPrototype(),
        typeFolded(),
        typeOfWordCharacters());
  }

  private static ParserFault typeKept() {
    return fault(
            "type-kept",
            "Keeps the type for later events.",
            "binaryminds/react-native-sse 0ad8aa3",
            () ->
                new PlainParser() {
                  @Override
                  void clearType() {}
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault typeKeptWithoutData() {
    return fault(
            "type-kept-without-data",
            "Keeps the type over a block without data.",
            "dotnet/runtime 09401b4",
            () ->
                new PlainParser() {
                  @Override
                  void noData() {}
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault emptyTypeIgnored() {
    return fault(
            "empty-type-ignored",
            "Ignores an empty type, so that an earlier one stays.",
            "nodejs/undici 7.30.2",
            () ->
                new PlainParser() {
                  @Override
                  void type(String value) {
                    if (!value.isEmpty()) {
                      super.type(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault emptyTypeReported() {
    return fault(
            "empty-type-reported",
            "Reports an empty type as such.",
            "btubbs/sseclient, goto-bus-stop/sse-codec 45249db",
            () ->
                new PlainParser() {
                  private boolean named;

                  @Override
                  void type(String value) {
                    named = true;
                    super.type(value);
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    super.emit(named ? type : eventType, payload, lastEventId);
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    named = false;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault firstTypeWins() {
    return fault(
            "first-type-wins",
            "Keeps the first type of a block.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void type(String value) {
                    if (type.isEmpty() || value.isEmpty()) {
                      super.type(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault namedEventsDropped() {
    return fault(
            "named-events-dropped",
            "Drops events that have a type of their own.",
            "modelcontextprotocol/java-sdk #423",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (type.isEmpty() || type.equals("message")) {
                      super.dispatch();
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault errorTypeThrows() {
    return fault(
            "error-type-throws",
            "Fails on an event of type error.",
            "clients of language models",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (type.equals("error")) {
                      throw new IllegalStateException("error event");
                    }
                    super.dispatch();
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault errorTypeWaits() {
    return fault(
            "error-type-waits",
            "Keeps an event of type error back until another event comes, or the end.",
            "clients that take it for the end of the stream",
            () ->
                new PlainParser() {
                  private final List<Event> kept = new ArrayList<>();

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    kept.add(new Event(eventType, payload, lastEventId));
                    if (!eventType.equals("error")) {
                      release();
                    }
                  }

                  @Override
                  void end() {
                    super.end();
                    release();
                  }

                  private void release() {
                    events.addAll(kept);
                    kept.clear();
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault reservedTypesDropped() {
    return fault(
            "reserved-types-dropped",
            "Drops events of type open and error.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (!type.equals("open") && !type.equals("error")) {
                      super.dispatch();
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault typeInPrototype() {
    return fault(
            "type-in-prototype",
            "Fails on a type that objects are born with.",
            "openai/openai-node #2315",
            () ->
                new PlainParser() {
                  @Override
                  void dispatch() {
                    if (type.equals("__proto__")) {
                      throw new IllegalStateException("not a function");
                    }
                    super.dispatch();
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault typeFolded() {
    return fault(
            "type-folded",
            "Writes the type in lower case.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void type(String value) {
                    super.type(value.toLowerCase(Locale.ROOT));
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault typeOfWordCharacters() {
    return fault(
            "type-of-word-characters",
            "Takes the type up to its first character that is no letter, digit or underscore.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void type(String value) {
                    super.type(value.replaceFirst("(?s)^([A-Za-z0-9_]+).*", "$1"));
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
