package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import dev.ssespec.parser.Event;
import java.util.List;

/** Cases on where an event ends, and empty lines. */
final class BlockCases {
  private BlockCases() {}

  static List<ParserCase> all() {
    return List.of(
        orderIsFree(),
        lineOfOneSpace(),
        severalEmptyLines(),
        leadingEmptyLines(),
        onlyEmptyLines(),
        emptyStream(),
        interruptedByOtherFields());
  }

  private static ParserCase orderIsFree() {
    return parser("P-030", "parse/block/order-is-free")
        .must("Fields behind the data count as well")
        .clauses("parse/block", "interpret/empty-line")
        .stream("data: {a}\nid: {i}\nevent: {t}\n\n")
        .expect(new Event("{t}", "{a}", "{i}"))
        .why("Servers write fields in any order; an id that comes last is lost for resumption.")
        .hint("Collect fields until the empty line, and only then build the event.")
        .seenIn(
            "ReactiveX/RxNetty #554: data had to be the last field",
            "launchdarkly/okhttp-eventsource: streaming mode leaves out what follows the data")
        .catches("data-must-be-last", "id-ignored", "named-events-dropped")
        .build();
  }

  private static ParserCase lineOfOneSpace() {
    return parser("P-031", "parse/block/line-of-one-space")
        .must("A line of one space is not an empty line")
        .clauses("interpret/empty-line", "field/unknown")
        .stream("data: {a}\n \ndata: {b}\n\n")
        .expect(message("{a}\n{b}"))
        .why("One message arrives as two halves.")
        .hint("Compare the line with the empty string; a blank line is not an empty one.")
        .seenIn(
            "Helidon dbfabfca: a line of spaces ends the event",
            "Ktor 038ea5d: isBlank ends the event")
        .catches(
            "bare-name-throws",
            "bare-text-is-data",
            "blank-line-is-empty",
            "last-line-wins",
            "line-is-event",
            "lines-joined",
            "names-trimmed-in-front",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase severalEmptyLines() {
    return parser("P-032", "parse/block/several-empty-lines")
        .must("Further empty lines between events dispatch nothing")
        .clauses("interpret/empty-line", "dispatch/no-data")
        .stream("data: {a}\n\n\n\n\ndata: {b}\n\n")
        .expect(message("{a}"), message("{b}"))
        .why("Every extra line end of a template becomes an empty message.")
        .hint("With an empty data buffer an empty line dispatches nothing.")
        .seenIn(
            "EventSource/eventsource #18: a crash on empty lines",
            "stevenroose/dart-eventsource 2282083: an event on every empty line")
        .catches("empty-lines-dispatch", "leading-empty-line-throws")
        .build();
  }

  private static ParserCase leadingEmptyLines() {
    return parser("P-033", "parse/block/leading-empty-lines")
        .must("Empty lines before the first event do nothing")
        .clauses("interpret/empty-line", "dispatch/no-data")
        .stream("\n\n\ndata: {a}\n\n")
        .expect(message("{a}"))
        .why(
            "Servers send line ends at once to get a response through proxies; the first "
                + "event must survive them.")
        .hint("An empty line needs no line before it.")
        .seenIn(
            "ReactiveX/RxNetty #530: a leading line end lost the first message",
            "lukas-reining/eventsource #2: an empty event came first",
            "Helidon dbfabfca: a crash where a block begins with an empty line")
        .catches(
            "empty-lines-dispatch", "leading-empty-line-loses-event", "leading-empty-line-throws")
        .build();
  }

  private static ParserCase onlyEmptyLines() {
    return parser("P-034", "parse/block/only-empty-lines")
        .must("A stream of empty lines has no event")
        .clauses("interpret/empty-line", "dispatch/no-data")
        .stream("\n\n\n\n")
        .expectNothing()
        .why("A keep-alive of bare line ends would fill the application with empty messages.")
        .hint("With an empty data buffer an empty line dispatches nothing.")
        .seenIn("stevenroose/dart-eventsource 2282083: an event on every empty line")
        .catches("empty-lines-dispatch", "leading-empty-line-throws")
        .build();
  }

  private static ParserCase emptyStream() {
    return parser("P-035", "parse/block/empty-stream")
        .must("A stream without a byte has no event")
        .clauses("parse/stream", "interpret/end-of-stream")
        .stream("")
        .expectNothing()
        .why(
            "A server that has nothing to say and closes must not be taken for a failure "
                + "of the parser.")
        .hint("The end of the stream may come first.")
        .catches("empty-stream-throws")
        .build();
  }

  private static ParserCase interruptedByOtherFields() {
    return parser("P-036", "parse/block/interrupted-by-other-fields")
        .must("Data lines with another field between them are one event")
        .clauses("parse/block", "field/data")
        .stream("data: {a}\nid: {i}\ndata: {b}\n\n")
        .expect(message("{a}\n{b}", "{i}"))
        .why("Half of a message is lost.")
        .hint("Append to the data buffer whenever a data line comes.")
        .catches(
            "data-must-be-last", "id-ignored", "last-line-wins", "line-is-event", "lines-joined")
        .build();
  }
}
