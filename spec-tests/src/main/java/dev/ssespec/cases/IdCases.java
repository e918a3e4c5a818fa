package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import java.util.List;

/** Cases on the last event ID buffer. */
final class IdCases {
  private IdCases() {}

  static List<ParserCase> all() {
    return List.of(
        onItsEvent(),
        keptForLaterEvents(),
        absentBeforeTheFirst(),
        resetByEmptyValue(),
        resetByTheOneSpace(),
        resetByBareName(),
        lastOneCounts(),
        blockWithoutData(),
        blockWithoutDataAtEnd(),
        resetWithoutData(),
        spacesOnly());
  }

  private static ParserCase onItsEvent() {
    return parser("P-076", "parse/id/on-its-event")
        .must("The id of a block is on its event")
        .clauses("field/id", "dispatch/last-event-id", "dispatch/fields")
        .stream("id: {i}\ndata: {a}\n\n")
        .expect(message("{a}", "{i}"))
        .lastEventId("{i}")
        .why("Without the id no client can resume.")
        .hint("Set the buffer at the field, copy it at the empty line.")
        .seenIn("gin-contrib/sse #48: retry overwrites the id")
        .needs("last-event-id")
        .catches("id-ignored")
        .build();
  }

  private static ParserCase keptForLaterEvents() {
    return parser("P-077", "parse/id/kept-for-later-events")
        .must("The id stays in force for later events without one")
        .clauses("dispatch/last-event-id")
        .stream("id: {i}\ndata: {a}\n\ndata: {b}\n\ndata: {c}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "{i}"), message("{c}", "{i}"))
        .why("Whoever stores the id of each event resumes from the beginning.")
        .hint("The last event ID buffer is not cleared by a dispatch.")
        .seenIn(
            "EventSource/eventsource #358: empty on the second event in 4.1.1",
            "launchdarkly/eventsource #31",
            "sseclient-py 456873c, mattt/EventSource 86b5096")
        .needs("last-event-id")
        .catches("id-ignored", "id-not-kept", "unchanged-id-hidden")
        .build();
  }

  private static ParserCase absentBeforeTheFirst() {
    return parser("P-078", "parse/id/absent-before-the-first")
        .must("Events before the first id have an empty one")
        .clauses("interpret/buffers", "dispatch/last-event-id")
        .stream("data: {a}\n\nid: {i}\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}", "{i}"))
        .why("An event that claims a later id is skipped on resumption.")
        .hint("Copy the buffer at each empty line, not at the end.")
        .needs("last-event-id")
        .catches("id-ignored", "id-of-the-end-on-all")
        .build();
  }

  private static ParserCase resetByEmptyValue() {
    return parser("P-079", "parse/id/reset-by-empty-value")
        .must("An empty id takes the earlier one back")
        .clauses("field/id", "dispatch/last-event-id")
        .stream("id: {i}\ndata: {a}\n\nid:\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}"))
        .lastEventId("")
        .why("A server that gives up resumption gets the old id for ever.")
        .hint("Set the buffer even where the value is empty.")
        .seenIn(
            "modelcontextprotocol/typescript-sdk #2769, langchain-ai/langgraph #9009, "
                + "symfony, r3labs/sse: an empty id is ignored")
        .needs("last-event-id")
        .catches("empty-id-ignored", "id-ignored", "id-of-the-end-on-all")
        .build();
  }

  private static ParserCase resetByTheOneSpace() {
    return parser("P-080", "parse/id/reset-by-the-one-space")
        .must("An id of the one optional space takes the earlier one back")
        .clauses("field/id", "interpret/one-space")
        .stream("id: {i}\ndata: {a}\n\nid: \ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}"))
        .lastEventId("")
        .why("A server that gives up resumption gets the old id for ever.")
        .hint("The space is removed, which leaves an empty id.")
        .seenIn("modelcontextprotocol/typescript-sdk #2769")
        .needs("last-event-id")
        .catches("empty-id-ignored", "id-ignored", "id-of-the-end-on-all")
        .build();
  }

  private static ParserCase resetByBareName() {
    return parser("P-081", "parse/id/reset-by-bare-name")
        .must("A bare id line takes the earlier one back")
        .clauses("field/id", "interpret/no-colon")
        .stream("id: {i}\ndata: {a}\n\nid\ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}"))
        .lastEventId("")
        .why("A server that gives up resumption gets the old id for ever.")
        .hint("A line without a colon is a name with an empty value.")
        .seenIn(
            "Azure/fetch-event-source 2.0.1, r3labs/sse, spring-projects/spring-framework: "
                + "a bare id is ignored",
            "launchdarkly/rust-eventsource-client #28")
        .needs("last-event-id")
        .catches(
            "bare-id-ignored",
            "bare-name-throws",
            "empty-id-ignored",
            "id-ignored",
            "id-of-the-end-on-all")
        .build();
  }

  private static ParserCase lastOneCounts() {
    return parser("P-082", "parse/id/last-one-counts")
        .must("Of two ids in a block the last one counts")
        .clauses("field/id")
        .stream("id: {i}\nid: {j}\ndata: {a}\n\n")
        .expect(message("{a}", "{j}"))
        .why("Two clients resume from different places.")
        .hint("Each id field replaces the buffer.")
        .needs("last-event-id")
        .catches("first-id-wins", "id-ignored")
        .build();
  }

  private static ParserCase blockWithoutData() {
    return parser("P-083", "parse/id/block-without-data")
        .must("The id of a block without data counts for later events")
        .clauses("dispatch/last-event-id", "dispatch/no-data")
        .stream("id: {i}\n\ndata: {a}\n\n")
        .expect(message("{a}", "{i}"))
        .why(
            "Servers move the mark for resumption without sending a message; whoever drops "
                + "it gets old events again.")
        .hint("Copy the buffer before asking whether there is data.")
        .seenIn(
            "EventSource/eventsource 4.1.1, LaunchDarkly python-eventsource d10fd70, "
                + "okhttp-sse, Yaffle/EventSource, eventsource-stream: lost")
        .needs("last-event-id")
        .catches(
            "id-alone-dispatches",
            "id-ignored",
            "id-without-data-lost",
            "known-id-dispatches",
            "unchanged-id-hidden")
        .build();
  }

  private static ParserCase blockWithoutDataAtEnd() {
    return parser("P-084", "parse/id/block-without-data-at-end")
        .must("The id of a block without data is the last event ID string")
        .clauses("dispatch/last-event-id", "dispatch/no-data")
        .stream("id: {i}\n\n")
        .expectNothing()
        .lastEventId("{i}")
        .why("The reconnection asks for what was already there.")
        .hint("Copy the buffer before asking whether there is data.")
        .seenIn(
            "EventSource/eventsource 4.1.1, LaunchDarkly python-eventsource d10fd70, "
                + "WebKit 01b7967: not sent on the reconnection")
        .needs("last-event-id")
        .catches("id-alone-dispatches", "id-ignored", "id-without-data-lost", "known-id-dispatches")
        .build();
  }

  private static ParserCase resetWithoutData() {
    return parser("P-085", "parse/id/reset-without-data")
        .must("A block with an empty id and no data takes the id back")
        .clauses("dispatch/last-event-id", "field/id")
        .stream("id: {i}\ndata: {a}\n\nid\n\n")
        .expect(message("{a}", "{i}"))
        .lastEventId("")
        .why("The reconnection sends an id that the server has withdrawn.")
        .hint("Copy the buffer before asking whether there is data.")
        .seenIn("launchdarkly/rust-eventsource-client #28")
        .needs("last-event-id")
        .catches(
            "bare-id-ignored",
            "bare-name-throws",
            "empty-id-ignored",
            "id-alone-dispatches",
            "id-ignored",
            "id-of-the-end-on-all",
            "id-without-data-lost")
        .build();
  }

  private static ParserCase spacesOnly() {
    return parser("P-235", "parse/id/spaces-only")
        .must("An id of spaces alone is an id")
        .clauses("field/id", "interpret/one-space")
        .stream("id: {i}\ndata: {a}\n\nid:   \ndata: {b}\n\n")
        .expect(message("{a}", "{i}"), message("{b}", "  "))
        .why("The server is told an id that it has taken back, and sends the wrong events again.")
        .hint("Behind the colon one space goes; what is left is the id, whatever it is.")
        .needs("last-event-id")
        .catches(
            "blank-id-ignored",
            "id-ignored",
            "id-of-the-end-on-all",
            "id-trimmed",
            "spaces-stripped",
            "values-trimmed-behind")
        .build();
  }
}
