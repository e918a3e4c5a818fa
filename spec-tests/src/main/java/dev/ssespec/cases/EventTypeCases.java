package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on the event type buffer. */
final class EventTypeCases {
  private EventTypeCases() {}

  static List<ParserCase> all() {
    return List.of(
        named(),
        clearedByDispatch(),
        clearedWithoutData(),
        emptyValue(),
        valueOfTheOneSpace(),
        bareName(),
        resetByEmptyValue(),
        resetByBareName(),
        lastOneCounts(),
        twoSpaces(),
        trailingSpace(),
        anyString(),
        nonAscii(),
        error(),
        openAndMessage(),
        objectMemberName(),
        control(),
        nul());
  }

  private static ParserCase named() {
    return parser("P-060", "parse/type/named")
        .must("The event field sets the type")
        .clauses("field/event", "dispatch/type")
        .stream("event: {t}\ndata: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("Listeners for the type never hear it.")
        .hint("Use the event type buffer where it is not empty.")
        .seenIn("modelcontextprotocol/java-sdk #423: unknown types failed")
        .catches("named-events-dropped")
        .build();
  }

  private static ParserCase clearedByDispatch() {
    return parser("P-061", "parse/type/cleared-by-dispatch")
        .must("The type does not outlive its event")
        .clauses("dispatch/clear", "dispatch/default-type")
        .stream("event: {t}\ndata: {a}\n\ndata: {b}\n\n")
        .expect(typed("{t}", "{a}"), message("{b}"))
        .why("Later messages go to the wrong listeners.")
        .hint("Clear the event type buffer at each dispatch.")
        .seenIn("binaryminds/react-native-sse 0ad8aa3: the type leaks into later events")
        .catches("named-events-dropped", "type-kept")
        .build();
  }

  private static ParserCase clearedWithoutData() {
    return parser("P-062", "parse/type/cleared-without-data")
        .must("The type does not outlive a block without data")
        .clauses("dispatch/no-data", "dispatch/default-type")
        .stream("event: {t}\n\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "A message goes to the wrong listeners because of a block that was never "
                + "dispatched.")
        .hint("Clear the event type buffer in the branch for the empty data buffer too.")
        .seenIn(
            "dotnet/runtime System.Net.ServerSentEvents 09401b4: an empty line without "
                + "data resets nothing")
        .catches("type-alone-dispatches", "type-kept-without-data")
        .build();
  }

  private static ParserCase emptyValue() {
    return parser("P-063", "parse/type/empty-value")
        .must("An empty type is the default type")
        .clauses("field/event", "dispatch/default-type")
        .stream("event:\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "A server that writes its type into a template and has none sends this; nobody "
                + "listens for an empty type.")
        .hint("Use message where the event type buffer is empty.")
        .seenIn("btubbs/sseclient, goto-bus-stop/sse-codec 45249db: an empty type")
        .catches("empty-type-reported")
        .build();
  }

  private static ParserCase valueOfTheOneSpace() {
    return parser("P-064", "parse/type/value-of-the-one-space")
        .must("A type of the one optional space is the default type")
        .clauses("interpret/one-space", "dispatch/default-type")
        .stream("event: \ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "A server that writes its type into a template and has none sends this; nobody "
                + "listens for an empty type.")
        .hint("The space is removed, which leaves an empty type.")
        .catches("empty-type-reported")
        .build();
  }

  private static ParserCase bareName() {
    return parser("P-065", "parse/type/bare-name")
        .must("A bare event line is the default type")
        .clauses("interpret/no-colon", "dispatch/default-type")
        .stream("event\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("Nobody listens for an empty type.")
        .hint("A line without a colon is a name with an empty value.")
        .catches("bare-name-throws", "empty-type-reported")
        .build();
  }

  private static ParserCase resetByEmptyValue() {
    return parser("P-066", "parse/type/reset-by-empty-value")
        .must("An empty type takes an earlier one back")
        .clauses("field/event", "dispatch/default-type")
        .stream("event: {t}\nevent:\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("The event goes to listeners that the server no longer meant.")
        .hint("Set the buffer even where the value is empty.")
        .seenIn("nodejs/undici 7.30.2: keeps the earlier type")
        .catches("empty-type-ignored", "empty-type-reported")
        .build();
  }

  private static ParserCase resetByBareName() {
    return parser("P-067", "parse/type/reset-by-bare-name")
        .must("A bare event line takes an earlier type back")
        .clauses("field/event", "interpret/no-colon")
        .stream("event: {t}\nevent\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("The event goes to listeners that the server no longer meant.")
        .hint("Set the buffer even where there is no colon.")
        .seenIn(
            "nodejs/undici 7.30.2: keeps the earlier type",
            "goto-bus-stop/sse-codec 45249db: ignores the bare line")
        .catches(
            "bare-event-ignored", "bare-name-throws", "empty-type-ignored", "empty-type-reported")
        .build();
  }

  private static ParserCase lastOneCounts() {
    return parser("P-068", "parse/type/last-one-counts")
        .must("Of two event fields the last one counts")
        .clauses("field/event")
        .stream("event: {t}\nevent: {u}\ndata: {a}\n\n")
        .expect(typed("{u}", "{a}"))
        .why("Two clients call different listeners for one event.")
        .hint("Each event field replaces the buffer.")
        .catches("first-type-wins", "named-events-dropped")
        .build();
  }

  private static ParserCase twoSpaces() {
    return parser("P-069", "parse/type/two-spaces")
        .must("Of two spaces before a type one belongs to it")
        .clauses("interpret/one-space", "dispatch/type")
        .stream("event:  {t}\ndata: {a}\n\n")
        .expect(typed(" {t}", "{a}"))
        .why("A type is any string; trimmed, two types become one.")
        .hint("Remove one space; do not trim.")
        .seenIn("spring-projects/spring-framework 91eb4264: event and id are trimmed")
        .catches("named-events-dropped", "spaces-stripped", "type-trimmed")
        .build();
  }

  private static ParserCase trailingSpace() {
    return parser("P-070", "parse/type/trailing-space")
        .must("A space behind a type belongs to it")
        .clauses("dispatch/type")
        .stream("event: {t} \ndata: {a}\n\n")
        .expect(typed("{t} ", "{a}"))
        .why("A type is any string; trimmed, two types become one.")
        .hint("Do not trim.")
        .seenIn("spring-projects/spring-framework 91eb4264: event and id are trimmed")
        .catches(
            "named-events-dropped",
            "type-of-word-characters",
            "type-trimmed",
            "values-trimmed-behind")
        .build();
  }

  private static ParserCase anyString() {
    return parser("P-071", "parse/type/any-string")
        .must("A type may hold colons, spaces and capitals")
        .clauses("dispatch/type", "interpret/colon-split")
        .stream("event: {t}:X Y/{u}\ndata: {a}\n\n")
        .expect(typed("{t}:X Y/{u}", "{a}"))
        .why("Types with a namespace before a colon are common.")
        .hint("Take the type as it stands.")
        .catches(
            "last-colon-splits",
            "named-events-dropped",
            "type-folded",
            "type-of-word-characters",
            "value-cut-at-colon")
        .build();
  }

  private static ParserCase nonAscii() {
    return parser("P-072", "parse/type/non-ascii")
        .must("A type may be outside ASCII")
        .clauses("dispatch/type", "decode/utf-8")
        .stream("event: {t}é豆\ndata: {a}\n\n")
        .expect(typed("{t}é豆", "{a}"))
        .why("Types in the language of their users are as good as others.")
        .hint("Decode the whole stream, not only the data.")
        .catches(
            "decode-each-chunk", "decode-latin", "named-events-dropped", "type-of-word-characters")
        .build();
  }

  private static ParserCase error() {
    return parser("P-073", "parse/type/error")
        .must("A type of error is a type like any other")
        .clauses("dispatch/type")
        .stream("event: error\ndata: {a}\n\ndata: {b}\n\n")
        .expect(typed("error", "{a}"), message("{b}"))
        .why("A server's own error event must not end the stream in the parser.")
        .hint("Do not give a meaning to types.")
        .catches(
            "error-type-throws",
            "error-type-waits",
            "named-events-dropped",
            "reserved-types-dropped",
            "type-kept")
        .build();
  }

  private static ParserCase openAndMessage() {
    return parser("P-074", "parse/type/open-and-message")
        .must("Types of open and message are types like any other")
        .clauses("dispatch/type")
        .stream("event: open\ndata: {a}\n\nevent: message\ndata: {b}\n\n")
        .expect(typed("open", "{a}"), message("{b}"))
        .why("Where the names of connection events are reserved, a server's events vanish.")
        .hint("Do not give a meaning to types.")
        .catches("named-events-dropped", "reserved-types-dropped")
        .build();
  }

  private static ParserCase objectMemberName() {
    return parser("P-075", "parse/type/object-member-name")
        .must("A type that objects of a language are born with is a type like any other")
        .clauses("dispatch/type")
        .stream("event: __proto__\ndata: {a}\n\n")
        .expect(typed("__proto__", "{a}"))
        .why("A server can crash every client that keys a plain object by the type.")
        .hint("Use a map without a prototype.")
        .seenIn("openai/openai-node #2315: emitters crashed or were poisoned")
        .catches("named-events-dropped", "type-in-prototype")
        .build();
  }

  private static ParserCase control() {
    return parser("P-238", "parse/type/control")
        .must("Control characters are part of the type")
        .clauses("parse/any-char", "dispatch/type")
        .stream("event: {t}\\x01\\x1B\\x7F{u}\ndata: {a}\n\n")
        .expect(typed("{t}\u0001\u001b\u007f{u}", "{a}"))
        .why("Two clients hear different events.")
        .hint("Take the value as it is.")
        .catches("controls-dropped", "named-events-dropped", "type-of-word-characters")
        .build();
  }

  private static ParserCase nul() {
    return parser("P-239", "parse/type/nul")
        .must("NUL is part of the type")
        .clauses("parse/any-char", "dispatch/type")
        .stream("event: {t}\\x00{u}\ndata: {a}\n\n")
        .expect(typed("{t}\u0000{u}", "{a}"))
        .why("A type that is cut, or lost, reaches listeners that were never meant.")
        .hint("NUL has a meaning in the field id alone.")
        .seenIn("Firefox 153: the NUL is dropped, and the listener for the type hears nothing")
        .catches(
            "controls-dropped",
            "named-events-dropped",
            "nul-dropped",
            "nul-ends-value",
            "type-of-word-characters")
        .build();
  }
}
