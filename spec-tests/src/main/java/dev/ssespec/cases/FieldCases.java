package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on what a line is split into. */
final class FieldCases {
  private FieldCases() {}

  static List<ParserCase> all() {
    return List.of(
        oneEvent(),
        twoEvents(),
        spaceIsOptional(),
        onlyOneSpace(),
        tabIsKept(),
        otherSpaceIsKept(),
        trailingSpaceIsKept(),
        firstColonSplits(),
        valueBeginsWithColon(),
        markerInsideValue());
  }

  private static ParserCase oneEvent() {
    return parser("P-001", "parse/line/one-event")
        .must("A line and an empty line are one event of type message")
        .clauses("interpret/empty-line", "dispatch/default-type", "dispatch/fields", "parse/stream")
        .stream("data: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "This is what most servers send all day; a parser that wants a type, an id or "
                + "a closing marker shows its user nothing.")
        .hint(
            "The branch for an empty line: it has to dispatch whenever the data buffer is "
                + "not empty.")
        .seenIn("vercel/ai #15880: an event without a type was not taken as a message")
        .catches("untyped-dropped")
        .build();
  }

  private static ParserCase twoEvents() {
    return parser("P-002", "parse/line/two-events")
        .must("Two events in one chunk are two events, in their order")
        .clauses("interpret/order", "parse/stream")
        .stream("data: {a}\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why(
            "Servers and networks join events at will; whoever takes one event a chunk "
                + "loses the others under load.")
        .hint("Go on reading behind an empty line until the chunk is used up.")
        .seenIn(
            "jawah/urllib3.future #344: what follows the first event of an HTTP/2 frame "
                + "was dropped",
            "modelcontextprotocol/java-sdk #629: only the first event of a body was used")
        .catches("data-leaks", "first-event-of-chunk")
        .build();
  }

  private static ParserCase spaceIsOptional() {
    return parser("P-003", "parse/field/space-is-optional")
        .must("A colon needs no space behind it")
        .clauses("interpret/colon-split", "interpret/one-space", "parse/field")
        .stream("event:{t}\ndata:{a}\n\n")
        .expect(typed("{t}", "{a}"))
        .why(
            "Many servers save the byte; a parser that looks for colon and space hears "
                + "nothing from them.")
        .hint("Cut at the colon, then drop one U+0020 if there is one.")
        .seenIn(
            "envoyproxy/ai-gateway #2149, go-resty/resty #1044, bigskysoftware/htmx #3588: "
                + "the space was demanded")
        .catches("named-events-dropped", "space-demanded")
        .build();
  }

  private static ParserCase onlyOneSpace() {
    return parser("P-004", "parse/field/only-one-space")
        .must("Of two spaces behind the colon one belongs to the value")
        .clauses("interpret/one-space")
        .stream("data:  {a}\n\n")
        .expect(message(" {a}"))
        .why(
            "Indentation in logs, code and Markdown is lost, and with tokens of a language "
                + "model so is the space between two words.")
        .hint("Remove one character, not a run; do not trim.")
        .seenIn(
            "aiohttp-sse-client e311075, Jersey 0aa0e9c, Helidon dbfabfca: every leading "
                + "space is removed",
            "mpetazzoni/sse.js #30")
        .catches("data-trimmed", "spaces-stripped")
        .build();
  }

  private static ParserCase tabIsKept() {
    return parser("P-005", "parse/field/tab-is-kept")
        .must("A tab behind the colon belongs to the value")
        .clauses("interpret/one-space")
        .stream("data:\t{a}\n\n")
        .expect(message("\t{a}"))
        .why("Tab-separated values lose their first, empty column.")
        .hint("Compare with U+0020, not with a class of white space.")
        .seenIn(
            "Shopify/event_stream_parser 1e3c849: an optional white space of any kind is "
                + "removed")
        .catches("controls-dropped", "data-trimmed", "space-demanded", "tab-stripped")
        .build();
  }

  private static ParserCase otherSpaceIsKept() {
    return parser("P-006", "parse/field/other-space-is-kept")
        .must("A no-break space behind the colon belongs to the value")
        .clauses("interpret/one-space")
        .stream("data:\\xC2\\xA0{a}\n\n")
        .expect(message("\u00a0{a}"))
        .why("Text that is aligned with no-break or ideographic spaces changes on its way.")
        .hint("Compare with U+0020, not with a class of white space; do not trim.")
        .seenIn(
            "Shopify/event_stream_parser 1e3c849: an optional white space of any kind is "
                + "removed")
        .catches("decode-each-chunk", "decode-latin", "space-demanded", "tab-stripped")
        .build();
  }

  private static ParserCase trailingSpaceIsKept() {
    return parser("P-007", "parse/field/trailing-space-is-kept")
        .must("White space at the end of a line belongs to the value")
        .clauses("interpret/colon-split", "field/data")
        .stream("data: {a} \n\n")
        .expect(message("{a} "))
        .why("Tokens of a language model often end in a space: without it words run together.")
        .hint("Do not trim lines or values.")
        .seenIn(
            "spring-projects/spring-framework #27473, #22043: data was trimmed",
            "mpetazzoni/sse.js #48")
        .catches("data-trimmed", "values-trimmed-behind")
        .build();
  }

  private static ParserCase firstColonSplits() {
    return parser("P-008", "parse/field/first-colon-splits")
        .must("Colons behind the first one belong to the value")
        .clauses("interpret/colon-split")
        .stream("data: {\"{a}\":\"{b}: {c}\"}\n\n")
        .expect(message("{\"{a}\":\"{b}: {c}\"}"))
        .why(
            "Nearly every payload is JSON, and JSON is full of colons: cut at a later one "
                + "it no longer parses.")
        .hint("Find the first colon; never split a line at every colon.")
        .seenIn("denoland/deno #22367: a value was cut at its first colon")
        .catches("last-colon-splits", "value-cut-at-colon")
        .build();
  }

  private static ParserCase valueBeginsWithColon() {
    return parser("P-009", "parse/field/value-begins-with-colon")
        .must("A value may begin with a colon")
        .clauses("interpret/colon-split")
        .stream("data: : {a} : \n\n")
        .expect(message(": {a} : "))
        .why("Chat text with smileys and times loses its first part.")
        .hint("Only a colon in the first column of a line makes a comment.")
        .catches("data-trimmed", "last-colon-splits", "value-cut-at-colon", "values-trimmed-behind")
        .build();
  }

  private static ParserCase markerInsideValue() {
    return parser("P-010", "parse/field/marker-inside-value")
        .must("The text of a field name inside a value is only text")
        .clauses("interpret/colon-split", "interpret/line-by-line")
        .stream("data: {a} data: {b}\n\n")
        .expect(message("{a} data: {b}"))
        .why(
            "Whoever quotes a stream inside a stream, in a tutorial or a log, gets a torn "
                + "payload.")
        .hint("Look for names at the start of a line only.")
        .seenIn("langchain4j/langchain4j #3697, #5531: the text was split at each marker")
        .catches("last-colon-splits", "marker-splits", "value-cut-at-colon")
        .build();
  }
}
