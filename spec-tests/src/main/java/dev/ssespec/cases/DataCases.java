package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on the data buffer, and what an event without data is. */
final class DataCases {
  private DataCases() {}

  static List<ParserCase> all() {
    return List.of(
        twoLines(),
        bareName(),
        twoBareNames(),
        emptyValue(),
        valueOfTheOneSpace(),
        spacesOnly(),
        firstLineEmpty(),
        middleLineEmpty(),
        lastLineEmpty(),
        lastLinesEmpty(),
        emptyWithType(),
        zero(),
        doneMarker(),
        escapesAreText());
  }

  private static ParserCase twoLines() {
    return parser("P-042", "parse/data/two-lines")
        .must("Two data lines are one event with an LF between them")
        .clauses("field/data", "dispatch/last-line-feed")
        .stream("data: {a}\ndata: {b}\n\n")
        .expect(message("{a}\n{b}"))
        .why("Texts of several lines run together, or arrive as several messages.")
        .hint("Append each value and an LF, and drop the last LF at the dispatch.")
        .seenIn(
            "stalwartlabs/jmap-client #19: joined without a line feed",
            "milady-ai/milady PR 1653: the last line won",
            "r3labs/sse #90: lines were lost")
        .catches("last-line-wins", "line-is-event", "lines-joined")
        .build();
  }

  private static ParserCase bareName() {
    return parser("P-043", "parse/data/bare-name")
        .must("A bare data line is an event with empty data")
        .clauses("interpret/no-colon", "field/data", "dispatch/last-line-feed")
        .stream("data\n\n")
        .expect(message(""))
        .why("An application that counts on the signal, not on the payload, never hears it.")
        .hint("The data buffer holds an LF, so it is not empty.")
        .seenIn(
            "r3labs/sse #94: not dispatched",
            "gin-contrib/sse, btubbs/sseclient, cloudflare/workerd: not dispatched")
        .catches("bare-data-ignored", "bare-name-throws", "empty-data-dropped")
        .build();
  }

  private static ParserCase twoBareNames() {
    return parser("P-044", "parse/data/two-bare-names")
        .must("Two bare data lines are an event of one LF")
        .clauses("interpret/no-colon", "field/data", "dispatch/last-line-feed")
        .stream("data\ndata\n\n")
        .expect(message("\n"))
        .why("A line break on its own, as a language model sends it, is lost.")
        .hint("Two LFs in the buffer, one of which is dropped.")
        .seenIn("Azure/fetch-event-source #50, #65, #104: empty lines are lost")
        .catches(
            "bare-data-ignored",
            "bare-name-throws",
            "empty-lines-lost",
            "first-empty-line-lost",
            "last-empty-lines-lost",
            "last-line-wins",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase emptyValue() {
    return parser("P-045", "parse/data/empty-value")
        .must("A data line with an empty value is an event with empty data")
        .clauses("field/data", "dispatch/last-line-feed")
        .stream("data:\n\n")
        .expect(message(""))
        .why("A signal without a payload never arrives.")
        .hint("Ask whether the data buffer is empty, not whether the data would be.")
        .seenIn("quarkusio/quarkus #35966: never delivered")
        .catches("empty-data-dropped")
        .build();
  }

  private static ParserCase valueOfTheOneSpace() {
    return parser("P-046", "parse/data/value-of-the-one-space")
        .must("A data line with one space is an event with empty data")
        .clauses("interpret/one-space", "dispatch/last-line-feed")
        .stream("id: {i}\ndata: \n\n")
        .expect(message("", "{i}"))
        .why(
            "Servers open a resumable stream with an id and empty data; a client that "
                + "drops or mangles it resumes from nowhere.")
        .hint("The space is removed, and an event is dispatched.")
        .seenIn(
            "modelcontextprotocol/typescript-sdk PR 1184, python-sdk PR 1670: the priming event")
        .catches("empty-data-dropped", "id-ignored")
        .build();
  }

  private static ParserCase spacesOnly() {
    return parser("P-047", "parse/data/spaces-only")
        .must("Of a value of three spaces two are left")
        .clauses("interpret/one-space", "field/data")
        .stream("data:   \n\n")
        .expect(message("  "))
        .why("Indentation that arrives on its own, token by token, is lost.")
        .hint("Remove one space; do not trim.")
        .seenIn("hey-api/hey-api #4418: all white space behind the colon was removed")
        .catches("data-trimmed", "spaces-stripped", "values-trimmed-behind")
        .build();
  }

  private static ParserCase firstLineEmpty() {
    return parser("P-048", "parse/data/first-line-empty")
        .must("An empty first data line counts")
        .clauses("field/data")
        .stream("data:\ndata: {a}\n\n")
        .expect(message("\n{a}"))
        .why("Text that begins with a line break loses it.")
        .hint(
            "Join by appending an LF behind each value, not by putting one in front of all "
                + "but the first.")
        .seenIn(
            "Azure/fetch-event-source #50, btubbs/sseclient 7c94b83: the first empty line "
                + "is lost")
        .catches("first-empty-line-lost", "last-line-wins", "line-is-event", "lines-joined")
        .build();
  }

  private static ParserCase middleLineEmpty() {
    return parser("P-049", "parse/data/middle-line-empty")
        .must("An empty data line in the middle counts")
        .clauses("field/data")
        .stream("data: {a}\ndata:\ndata: {b}\n\n")
        .expect(message("{a}\n\n{b}"))
        .why("Paragraphs run together.")
        .hint("Append the empty value and an LF like any other.")
        .catches("empty-lines-lost", "last-line-wins", "line-is-event", "lines-joined")
        .build();
  }

  private static ParserCase lastLineEmpty() {
    return parser("P-050", "parse/data/last-line-empty")
        .must("Of an empty last data line one LF is left")
        .clauses("field/data", "dispatch/last-line-feed")
        .stream("data: {a}\ndata:\n\n")
        .expect(message("{a}\n"))
        .why("Text that ends in a line break loses it.")
        .hint("Remove one LF at the dispatch, not all.")
        .seenIn("aiohttp-sse-client e311075: trailing line feeds are all stripped")
        .catches(
            "empty-lines-lost",
            "last-empty-lines-lost",
            "last-line-wins",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase lastLinesEmpty() {
    return parser("P-051", "parse/data/last-lines-empty")
        .must("At the end of the data buffer one LF is removed and only one")
        .clauses("dispatch/last-line-feed")
        .stream("data: {a}\ndata\ndata:\n\n")
        .expect(message("{a}\n\n"))
        .why("Empty lines at the end of a text are content.")
        .hint("Remove one LF at the dispatch, not all.")
        .seenIn("aiohttp-sse-client e311075: trailing line feeds are all stripped")
        .catches(
            "bare-data-ignored",
            "bare-name-throws",
            "empty-lines-lost",
            "last-empty-lines-lost",
            "last-line-wins",
            "line-is-event",
            "lines-joined")
        .build();
  }

  private static ParserCase emptyWithType() {
    return parser("P-052", "parse/data/empty-with-type")
        .must("A named event with empty data is dispatched")
        .clauses("field/data", "dispatch/type")
        .stream("event: {t}\ndata:\n\n")
        .expect(typed("{t}", ""))
        .why("Signals such as done or ready carry no payload.")
        .hint("Ask whether the data buffer is empty, not whether the data would be.")
        .seenIn("quarkusio/quarkus #35966")
        .catches("empty-data-dropped", "named-events-dropped")
        .build();
  }

  private static ParserCase zero() {
    return parser("P-053", "parse/data/zero")
        .must("The value 0 is a value")
        .clauses("field/data", "field/id")
        .stream("id: 0\ndata: 0\n\n")
        .expect(message("0", "0"))
        .why(
            "Counters begin at zero; languages in which the text 0 is false lose the first "
                + "event, or its id.")
        .hint("Compare with the empty string; do not ask whether the value is true.")
        .catches("id-ignored", "zero-is-nothing")
        .build();
  }

  private static ParserCase doneMarker() {
    return parser("P-054", "parse/data/done-marker")
        .must("A payload of [DONE] is data like any other")
        .clauses("field/data", "parse/stream")
        .stream("data: [DONE]\n\ndata: {a}\n\n")
        .expect(message("[DONE]"), message("{a}"))
        .why(
            "Ending at that word belongs to one vendor's protocol; a parser that knows it "
                + "cuts off everybody else's stream.")
        .hint("Let the application decide what a payload means.")
        .catches("buffer-not-cleared", "done-ends-stream")
        .build();
  }

  private static ParserCase escapesAreText() {
    return parser("P-055", "parse/data/escapes-are-text")
        .must("A backslash and an n in a value are two characters")
        .clauses("field/data")
        .stream("data: {a}\\n{b}\n\n")
        .expect(message("{a}\\n{b}"))
        .why("JSON with escaped line breaks turns into broken JSON.")
        .hint("A stream has no escapes.")
        .catches("escapes-resolved")
        .build();
  }
}
