package dev.ssespec.cases;

import static dev.ssespec.cases.ParserCase.message;
import static dev.ssespec.cases.ParserCase.parser;

import dev.ssespec.parser.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cases on long lines, large events and many events. */
final class SizeCases {
  private SizeCases() {}

  static List<ParserCase> all() {
    return List.of(
        hundredEvents(),
        growingEvents(),
        tenThousandEvents(),
        lineBeyondFourKilobytes(),
        lineBeyondSixtyFourKilobytes(),
        lineOfAMegabyte(),
        lineInSmallChunks(),
        manyDataLines(),
        longUnknownField(),
        longComment(),
        manyComments(),
        longId());
  }

  private static ParserCase hundredEvents() {
    return parser("P-214", "parse/size/hundred-events")
        .must("A hundred events in one chunk are a hundred events")
        .clauses("interpret/order", "parse/no-limit")
        .stream(repeat("data: {a}%d\n\n", 100))
        .expect(numbered("{a}", 100).toArray(Event[]::new))
        .why("A burst after a pause loses events.")
        .hint("Go on reading behind an empty line until the chunk is used up.")
        .seenIn(
            "mattt/EventSource 86b5096: what is beyond a hundred queued events is lost at "
                + "the end")
        .catches("first-event-of-chunk", "queue-of-a-hundred")
        .build();
  }

  private static ParserCase growingEvents() {
    return parser("P-215", "parse/size/growing-events")
        .must("A hundred events, each longer than the one before, are whole")
        .clauses("dispatch/clear", "parse/no-limit")
        .stream(growing())
        .expect(grown().toArray(Event[]::new))
        .why("A buffer that is reused keeps the end of an earlier event.")
        .hint("Clear the buffers behind each dispatch.")
        .catches("queue-of-a-hundred")
        .build();
  }

  private static ParserCase tenThousandEvents() {
    return parser("P-216", "parse/size/ten-thousand-events")
        .must("Ten thousand events in one chunk are ten thousand events")
        .clauses("interpret/order", "parse/no-limit")
        .stream(repeat("data: {a}%d\n\n", 10_000))
        .expect(numbered("{a}", 10_000).toArray(Event[]::new))
        .why("A fast server overruns a limit that is meant for one event.")
        .hint("Limits are for a line or an event, never for a chunk.")
        .seenIn(
            "hseeberger/akka-sse #44, #164: the limit counted the chunk",
            "mattt/EventSource 86b5096")
        .catches("chunk-limit", "first-event-of-chunk", "queue-of-a-hundred")
        .build();
  }

  private static ParserCase lineBeyondFourKilobytes() {
    return parser("P-217", "parse/size/line-beyond-four-kilobytes")
        .must("A line of 4097 bytes and more is whole")
        .clauses("parse/no-limit")
        .stream("data: " + filled(4_200) + "\n\ndata: {b}\n\n")
        .expect(List.of(message(filled(4_200)), message("{b}")).toArray(Event[]::new))
        .why("A limit that nobody asked for ends the stream, often without an error.")
        .hint("Let the line grow.")
        .seenIn("tmaxmax/go-sse #3: messages over 4096 bytes were dropped")
        .catches("buffer-not-cleared", "line-limit-four-kilobytes")
        .build();
  }

  private static ParserCase lineBeyondSixtyFourKilobytes() {
    return parser("P-218", "parse/size/line-beyond-sixty-four-kilobytes")
        .must("A line beyond 65,536 bytes is whole")
        .clauses("parse/no-limit")
        .stream("data: " + filled(70_000) + "\n\ndata: {b}\n\n")
        .expect(List.of(message(filled(70_000)), message("{b}")).toArray(Event[]::new))
        .why("A limit that nobody asked for ends the stream, often without an error.")
        .hint("Do not use a scanner with a fixed buffer.")
        .seenIn(
            "mark3labs/mcp-go #61, openai/openai-go #368, cloudwego/hertz #1408, "
                + "r3labs/sse: a scanner gives up at 64 KiB")
        .catches(
            "buffer-not-cleared",
            "line-limit-four-kilobytes",
            "line-limit-of-a-scanner",
            "long-data-cut")
        .build();
  }

  private static ParserCase lineOfAMegabyte() {
    return parser("P-219", "parse/size/line-of-a-megabyte")
        .must("A line beyond one MiB is whole")
        .clauses("parse/no-limit")
        .stream("data: " + filled(1_200_000) + "\n\ndata: {b}\n\n")
        .expect(List.of(message(filled(1_200_000)), message("{b}")).toArray(Event[]::new))
        .why("A limit that nobody asked for ends the stream, often without an error.")
        .hint("Let the line grow, or make the limit an option that is off.")
        .seenIn(
            "rtfol/aiohttp-sse-client #11: an error above 128 KiB",
            "modelcontextprotocol/python-sdk #3332, go-sdk #1205: a limit of 1 MiB")
        .catches(
            "buffer-not-cleared",
            "chunk-limit",
            "line-limit-four-kilobytes",
            "line-limit-of-a-megabyte",
            "line-limit-of-a-scanner",
            "long-data-cut")
        .build();
  }

  private static ParserCase lineInSmallChunks() {
    return parser("P-220", "parse/size/line-in-small-chunks")
        .must("A long line in chunks of one KiB is whole")
        .clauses("parse/no-limit")
        .chunks(inChunks("data: " + filled(300_000) + "\n\ndata: {b}\n\n", 1_024))
        .expect(List.of(message(filled(300_000)), message("{b}")).toArray(Event[]::new))
        .why("A limit that counts reads ends the stream, and only on a slow network.")
        .hint("Let the line grow over as many chunks as it takes.")
        .seenIn("rtfol/aiohttp-sse-client #11: an error above 128 KiB")
        .catches(
            "buffer-not-cleared",
            "chunked-line-limit",
            "first-event-of-chunk",
            "line-ends-with-chunk",
            "line-limit-four-kilobytes",
            "line-limit-of-a-scanner",
            "long-data-cut")
        .build();
  }

  private static ParserCase manyDataLines() {
    return parser("P-221", "parse/size/many-data-lines")
        .must("An event of twenty thousand lines is whole")
        .clauses("parse/no-limit")
        .stream(repeat("data: {a}%d\n", 20_000) + "\n")
        .expect(List.of(message(lines("{a}", 20_000))).toArray(Event[]::new))
        .why("Files are streamed line by line.")
        .hint("Append to one buffer; do not join anew at each line.")
        .catches(
            "chunk-limit",
            "event-of-ten-thousand-lines",
            "last-line-wins",
            "line-is-event",
            "lines-joined",
            "long-data-cut")
        .build();
  }

  private static ParserCase longUnknownField() {
    return parser("P-222", "parse/size/long-unknown-field")
        .must("A long field of another name is skipped")
        .clauses("field/unknown", "parse/no-limit")
        .stream(filled(70_000) + ": " + filled(70_000) + "\ndata: {b}\n\n")
        .expect(List.of(message("{b}")).toArray(Event[]::new))
        .why("One line that nobody asked for ends the stream.")
        .hint("Unknown names are ignored at any length.")
        .seenIn("launchdarkly/okhttp-eventsource tests it")
        .catches(
            "chunk-limit",
            "line-limit-of-a-scanner",
            "long-unknown-throws",
            "unknown-spoils-event",
            "unknown-throws")
        .build();
  }

  private static ParserCase longComment() {
    return parser("P-223", "parse/size/long-comment")
        .must("A comment of 70,000 characters is skipped")
        .clauses("interpret/comment", "parse/no-limit")
        .stream(":" + filled(70_000) + "\ndata: {b}\n\n")
        .expect(List.of(message("{b}")).toArray(Event[]::new))
        .why("Servers pad the beginning of a stream with long comments to get through buffers.")
        .hint("Comments are ignored at any length.")
        .catches(
            "comment-ends-stream",
            "comment-loses-event",
            "comment-throws",
            "line-limit-of-a-scanner",
            "long-comment-throws")
        .build();
  }

  private static ParserCase manyComments() {
    return parser("P-224", "parse/size/many-comments")
        .must("A thousand keep-alives between two events are nothing")
        .clauses("interpret/comment", "dispatch/no-data")
        .stream("data: {a}\n\n" + ": {c}\n\n".repeat(1_000) + "data: {b}\n\n")
        .expect(List.of(message("{a}"), message("{b}")).toArray(Event[]::new))
        .why("A quiet stream is mostly keep-alives.")
        .hint("A comment leaves nothing behind.")
        .catches(
            "comment-alone-dispatches", "comment-ends-stream", "comment-throws", "comments-pile-up")
        .build();
  }

  private static ParserCase longId() {
    return parser("P-225", "parse/size/long-id")
        .must("An id of 20,000 characters is an id")
        .clauses("field/id", "parse/no-limit")
        .stream("id: {i}" + filled(20_000) + "\ndata: {a}\n\n")
        .expect(List.of(message("{a}", "{i}" + filled(20_000))).toArray(Event[]::new))
        .why("Cursors that carry a state are long.")
        .hint("Let the id be as long as it is, or make the limit an option that is off.")
        .needs("last-event-id")
        .catches("id-ignored", "id-limited", "line-limit-four-kilobytes")
        .build();
  }

  /** {@code text} so many times, each time with its number from 0 for {@code %d}. */
  private static String repeat(String text, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> text.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static List<Event> numbered(String text, int times) {
    return IntStream.range(0, times).mapToObj(i -> message(text + i)).toList();
  }

  private static String lines(String text, int times) {
    return IntStream.range(0, times).mapToObj(i -> text + i).collect(Collectors.joining("\n"));
  }

  private static String growing() {
    return IntStream.range(1, 101)
        .mapToObj(i -> "data: {a}" + "x".repeat(i) + "\n\n")
        .collect(Collectors.joining());
  }

  private static List<Event> grown() {
    return IntStream.range(1, 101).mapToObj(i -> message("{a}" + "x".repeat(i))).toList();
  }

  /** Text of so many characters that does not repeat at a power of two. */
  private static String filled(int length) {
    return "the-quick-brown-fox.".repeat(length / 20 + 1).substring(0, length);
  }

  private static String[] inChunks(String text, int size) {
    List<String> chunks = new ArrayList<>();
    for (int from = 0; from < text.length(); from += size) {
      chunks.add(text.substring(from, Math.min(text.length(), from + size)));
    }
    return chunks.toArray(String[]::new);
  }
}
