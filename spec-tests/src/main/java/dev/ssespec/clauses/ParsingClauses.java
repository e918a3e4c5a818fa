package dev.ssespec.clauses;

import static dev.ssespec.clauses.Clause.must;
import static dev.ssespec.clauses.Clause.should;

import java.util.List;
import java.util.stream.Stream;

/** The ledger's part on the grammar of a stream, its decoding, and how it is read. */
final class ParsingClauses {
  private static final String HTML =
      "https://html.spec.whatwg.org/multipage/server-sent-events.html";
  private static final String GRAMMAR = HTML + "#parsing-an-event-stream";
  private static final String READING = HTML + "#event-stream-interpretation";
  private static final String FIELD = HTML + "#processField";
  private static final String DISPATCH = HTML + "#dispatchMessage";
  private static final String ENCODING = "https://encoding.spec.whatwg.org/";
  private static final String DECODE = ENCODING + "#utf-8-decode";
  private static final String DECODER = ENCODING + "#utf-8-decoder";

  private ParsingClauses() {}

  static List<Clause> all() {
    return Stream.of(grammar(), decoding(), lines(), fields(), dispatching())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Clause> grammar() {
    return List.of(
        must(
            "parse/stream",
            GRAMMAR,
            "A stream is an optional byte order mark and any number of events, one after another."),
        must(
            "parse/bom",
            GRAMMAR,
            "One byte order mark may stand at the very start of the stream, and nowhere else."),
        must(
            "parse/block",
            GRAMMAR,
            "An event is any number of comments and fields, in any order, and then a line end of"
                + " its own; it may be empty."),
        must(
            "parse/field",
            GRAMMAR,
            "A field is a name of at least one character, then optionally a colon, an optional"
                + " space and a value, then a line end."),
        must("parse/comment", GRAMMAR, "A comment is a colon, any characters, and a line end."),
        must(
            "parse/any-char",
            GRAMMAR,
            "Names, values and comments may hold every character but LF and CR (names no colon"
                + " either), NUL and all other control characters and separators among them."),
        must(
            "parse/no-limit",
            GRAMMAR,
            "The grammar sets no bound on the length of a name, a value, a comment, a line, an"
                + " event or the stream."),
        must("parse/utf-8", GRAMMAR, "A stream is encoded as UTF-8, whatever its label says."),
        must(
            "parse/line-end",
            GRAMMAR,
            "Lines are separated by CRLF, by a single LF, or by a single CR."),
        should(
            "parse/no-delay",
            GRAMMAR,
            "Streams live long, so buffering must not keep back what has arrived: block buffering,"
                + " or waiting for another kind of line end, delays events."));
  }

  private static List<Clause> decoding() {
    return List.of(
        must(
            "decode/utf-8",
            READING,
            "The bytes of the stream are decoded with the Encoding standard's UTF-8 decode, as one"
                + " sequence, however they were cut on their way."),
        must(
            "decode/bom-once",
            DECODE,
            "If the first three bytes are EF BB BF they are dropped; no later ones are."),
        must(
            "decode/replacement",
            DECODER,
            "Bytes that are not UTF-8 become U+FFFD and never end the decoding."),
        must(
            "decode/maximal-subpart",
            DECODER,
            "A sequence that breaks off gives one U+FFFD for the longest part that could have"
                + " begun a character, and the byte that broke it is read again on its own."),
        must(
            "decode/overlong",
            DECODER,
            "Overlong forms, surrogates and values above U+10FFFF are not UTF-8: the first byte or"
                + " the first pair that shows it is where the sequence breaks."),
        must(
            "decode/end-of-input",
            DECODER,
            "A sequence that the end of the stream cuts off is one U+FFFD."));
  }

  private static List<Clause> lines() {
    return List.of(
        must(
            "interpret/line-by-line",
            READING,
            "The stream is read line by line; a CRLF pair, an LF with no CR before it, and a CR"
                + " with no LF behind it each end a line, and nothing else does."),
        must(
            "interpret/buffers",
            READING,
            "Data buffer, event type buffer and last event ID buffer belong to one stream and are"
                + " empty when it begins."),
        must(
            "interpret/order",
            READING,
            "Lines are processed in the order in which they are received."),
        must("interpret/empty-line", READING, "An empty line dispatches the event."),
        must("interpret/comment", READING, "A line whose first character is a colon is ignored."),
        must(
            "interpret/colon-split",
            READING,
            "In a line with a colon, the field name is what stands before the first colon and the"
                + " value what stands behind it."),
        must(
            "interpret/one-space",
            READING,
            "If the value begins with U+0020, that one character is removed, and no other one."),
        must(
            "interpret/no-colon",
            READING,
            "A line without a colon is a field name as a whole, with the empty string as its"
                + " value."),
        must(
            "interpret/end-of-stream",
            READING,
            "At the end of the stream pending data is discarded: an event whose empty line never"
                + " came is not dispatched."));
  }

  private static List<Clause> fields() {
    return List.of(
        must(
            "field/literal-name",
            FIELD,
            "Field names are compared literally, with no case folding."),
        must("field/event", FIELD, "The field event sets the event type buffer to its value."),
        must(
            "field/data",
            FIELD,
            "The field data appends its value to the data buffer, and then an LF."),
        must(
            "field/id",
            FIELD,
            "The field id sets the last event ID buffer to its value, whatever that is, unless it"
                + " holds U+0000."),
        must(
            "field/id-nul",
            FIELD,
            "A field id whose value holds U+0000 is ignored; an earlier one keeps its effect."),
        must(
            "field/retry",
            FIELD,
            "The field retry, if its value is only ASCII digits, sets the reconnection time of the"
                + " event source to that number in base ten, as soon as the line is read."),
        must(
            "field/retry-invalid",
            FIELD,
            "A field retry whose value holds anything but ASCII digits is ignored."),
        must("field/unknown", FIELD, "A field of any other name is ignored."));
  }

  private static List<Clause> dispatching() {
    return List.of(
        must(
            "dispatch/last-event-id",
            DISPATCH,
            "Dispatching first copies the last event ID buffer to the last event ID string, data or"
                + " no data; the buffer is not emptied and stays in force for later events."),
        must(
            "dispatch/no-data",
            DISPATCH,
            "With an empty data buffer nothing is dispatched; the event type buffer is emptied all"
                + " the same."),
        must(
            "dispatch/last-line-feed",
            DISPATCH,
            "One LF at the end of the data buffer is removed, and only one."),
        must(
            "dispatch/default-type",
            DISPATCH,
            "With an empty event type buffer the type is message."),
        must(
            "dispatch/type",
            DISPATCH,
            "With an event type buffer that is not empty the type is its value, whatever string"
                + " that is."),
        must(
            "dispatch/fields",
            DISPATCH,
            "The event carries the data buffer as its data and the last event ID string as its last"
                + " event ID."),
        must(
            "dispatch/clear",
            DISPATCH,
            "After a dispatch the data buffer and the event type buffer are empty."));
  }
}
