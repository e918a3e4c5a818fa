package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on which field names count. */
final class FieldNameCases {
  private FieldNameCases() {}

  static List<ParserCase> all() {
    return List.of(
        unknownName(),
        unknownNameLeavesEventsApart(),
        unknownNameAlone(),
        bareText(),
        leadingSpaceInName(),
        spaceBeforeColon(),
        spaceBehindBareName());
  }

  private static ParserCase unknownName() {
    return parser("P-011", "parse/field/unknown-name")
        .must("A field of another name has no effect")
        .clauses("field/unknown")
        .stream("event: {t}\ncolor: {b}\ndata: {a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why("Fields that a later standard or a proxy adds must not break today's clients.")
        .hint("The last branch over field names does nothing at all.")
        .seenIn(
            "Helidon dbfabfca, #10380, #12465: the event is lost and its data leaks into "
                + "the next one")
        .catches("named-events-dropped", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase unknownNameLeavesEventsApart() {
    return parser("P-012", "parse/field/unknown-name-leaves-events-apart")
        .must("A field of another name does not join two events")
        .clauses("field/unknown", "dispatch/clear")
        .stream("data: {a}\nfoo: {b}\n\ndata: {c}\n\n")
        .expect(message("{a}"), message("{c}"))
        .why("Two JSON documents in one event parse as neither.")
        .hint("An unknown field must not change what the empty line does.")
        .seenIn("Helidon dbfabfca, #12465: data leaks into the next event")
        .catches("unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase unknownNameAlone() {
    return parser("P-013", "parse/field/unknown-name-alone")
        .must("A block of unknown fields alone dispatches nothing")
        .clauses("field/unknown", "dispatch/no-data")
        .stream("foo: {a}\n\ndata: {b}\n\n")
        .expect(message("{b}"))
        .why(
            "An empty message reaches an application that did not expect one; JSON parsers "
                + "throw on it.")
        .hint(
            "Whether to dispatch depends on the data buffer alone, not on whether a field "
                + "was seen.")
        .seenIn(
            "launchdarkly/eventsource d27e310, r3labs/sse c6d5381: a block without data "
                + "was dispatched")
        .catches("unknown-dispatches", "unknown-throws")
        .build();
  }

  private static ParserCase bareText() {
    return parser("P-014", "parse/field/bare-text")
        .must("A line of text without a colon is an unknown field")
        .clauses("interpret/no-colon", "field/unknown")
        .stream("data: {a}\njustsometext\ndata: {b}\n\n")
        .expect(message("{a}\n{b}"))
        .why(
            "A server that forgets the name on the second line of a text would seem to "
                + "work, with one client only.")
        .hint("A line without a colon is a name as a whole: it is no data and no error.")
        .seenIn("launchdarkly/rust-eventsource-client #3: a line without a colon was an error")
        .catches(
            "bare-name-throws",
            "bare-text-is-data",
            "last-line-wins",
            "line-is-event",
            "lines-joined",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase leadingSpaceInName() {
    return parser("P-015", "parse/field/leading-space-in-name")
        .must("A space before the name is part of the name")
        .clauses("field/literal-name", "field/unknown")
        .stream(" data: {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("Indented text inside a stream, such as a stack trace, would turn into events.")
        .hint("Compare the name literally; do not trim the line.")
        .catches("names-trimmed-in-front", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase spaceBeforeColon() {
    return parser("P-016", "parse/field/space-before-colon")
        .must("A space before the colon is part of the name")
        .clauses("field/literal-name", "field/unknown")
        .stream("data : {b}\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "What one client reads as data another ignores: the server's author finds out "
                + "in production.")
        .hint("Compare the name literally; do not trim it.")
        .catches(
            "names-by-prefix", "names-trimmed-behind", "unknown-spoils-event", "unknown-throws")
        .build();
  }

  private static ParserCase spaceBehindBareName() {
    return parser("P-017", "parse/field/space-behind-bare-name")
        .must("A bare name with a space behind it is another name")
        .clauses("field/literal-name", "interpret/no-colon")
        .stream("data \ndata: {a}\n\n")
        .expect(message("{a}"))
        .why("An empty line slips into the payload.")
        .hint("Compare the whole line with the name; do not trim it.")
        .seenIn("launchdarkly/okhttp-eventsource #62, fixed in 2.4.0")
        .catches(
            "bare-name-throws",
            "bare-text-is-data",
            "names-by-prefix",
            "names-trimmed-behind",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }
}
