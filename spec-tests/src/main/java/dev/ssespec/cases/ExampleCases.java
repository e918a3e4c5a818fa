package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;
import static dev.ssespec.cases.ParserCase.typed;

import java.util.List;

/** Cases on whole small streams of the kinds that tutorials show. */
final class ExampleCases {
  private ExampleCases() {}

  static List<ParserCase> all() {
    return List.of(
        threeLines(), namedEvents(), commentIdAndReset(), bareDataNames(), oneLineMessage());
  }

  private static ParserCase threeLines() {
    return parser("P-037", "parse/example/three-lines")
        .must("Three data lines are one event of three lines")
        .clauses("field/data", "dispatch/last-line-feed")
        .stream("data: {a}\ndata: +{b}\ndata: 10\n\n")
        .expect(message("{a}\n+{b}\n10"))
        .why("This is the standard's way to send a text of several lines.")
        .hint("Append each value and an LF, and drop the last LF at the dispatch.")
        .seenIn(
            "stalwartlabs/jmap-client #19: lines were joined without a line feed",
            "milady-ai/milady PR 1653: the last line won")
        .catches("last-line-wins", "line-is-event", "lines-joined")
        .build();
  }

  private static ParserCase namedEvents() {
    return parser("P-038", "parse/example/named-events")
        .must("Events of several types keep them apart")
        .clauses("field/event", "dispatch/type", "dispatch/clear")
        .stream("event: add\ndata: {a}\n\nevent: remove\ndata: {b}\n\nevent: add\ndata: {c}\n\n")
        .expect(typed("add", "{a}"), typed("remove", "{b}"), typed("add", "{c}"))
        .why("A page that listens for two types does the wrong thing with every event.")
        .hint(
            "Clear the event type buffer at each dispatch, and set it from the next event "
                + "field.")
        .catches("named-events-dropped")
        .build();
  }

  private static ParserCase commentIdAndReset() {
    return parser("P-039", "parse/example/comment-id-and-reset")
        .must("A comment, an id, its reset and a value that keeps a space")
        .clauses("interpret/comment", "field/id", "dispatch/last-event-id", "interpret/one-space")
        .stream(": {c}\n\ndata: {a}\nid: {i}\n\ndata:{b}\nid\n\ndata:  {d}\n\n")
        .expect(message("{a}", "{i}"), message("{b}"), message(" {d}"))
        .why("Four rules meet in one short stream, as they do in the standard's own examples.")
        .hint("Look at the case for each single rule first.")
        .catches(
            "bare-id-ignored",
            "bare-name-throws",
            "comment-alone-dispatches",
            "comment-ends-stream",
            "comment-throws",
            "data-must-be-last",
            "data-trimmed",
            "empty-id-ignored",
            "id-ignored",
            "id-of-the-end-on-all",
            "space-demanded",
            "spaces-stripped")
        .build();
  }

  private static ParserCase bareDataNames() {
    return parser("P-040", "parse/example/bare-data-names")
        .must("Bare data lines are events; the block that never ends is none")
        .clauses("interpret/no-colon", "dispatch/last-line-feed", "interpret/end-of-stream")
        .stream("data\n\ndata\ndata\n\ndata:")
        .expect(message(""), message("\n"))
        .why("Each of the three blocks is read wrongly by some library.")
        .hint("Look at the case for each single rule first.")
        .seenIn("gin-contrib/sse: one event where the standard has two")
        .catches(
            "bare-data-ignored",
            "bare-name-throws",
            "empty-data-dropped",
            "empty-lines-lost",
            "first-empty-line-lost",
            "flushed-at-end",
            "last-empty-lines-lost",
            "last-line-wins",
            "line-is-event",
            "lines-joined",
            "tail-read-twice",
            "unfinished-throws")
        .build();
  }

  private static ParserCase oneLineMessage() {
    return parser("P-041", "parse/example/one-line-message")
        .must("A message squeezed into one line behind a colon is a comment")
        .clauses("interpret/comment", "interpret/line-by-line")
        .stream(":{c} event: {t} data: {a}\n\n")
        .expectNothing()
        .why("Some tutorials show an event as one line; nothing is dispatched for it.")
        .hint("A line that begins with a colon is ignored up to its line end.")
        .catches("comment-alone-dispatches", "comment-throws")
        .build();
  }
}
