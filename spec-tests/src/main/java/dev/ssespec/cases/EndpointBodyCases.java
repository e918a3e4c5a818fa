package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** The stream itself, as its grammar has it. */
final class EndpointBodyCases {
  private EndpointBodyCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-013", "server/body/encoding")
            .must("The stream is UTF-8")
            .clauses("parse/utf-8")
            .why("Every byte that is not comes out as U+FFFD.")
            .hint("Look for a writer or string conversion that takes the platform's charset.")
            .seenIn(
                "ShenYu #6752: bytes in the platform's charset",
                "Jersey 056b4cf: the charset of the media type is written")
            .catches("latin-bytes")
            .holds(EndpointRule.VALID_UTF8, Visit.WATCH),
        endpoint("S-014", "server/body/blocks-end")
            .must("A stream that ends has a blank line behind its last event")
            .clauses("parse/block", "interpret/end-of-stream")
            .why("An event whose blank line never came is discarded.")
            .hint("Write the blank line with the event, not ahead of the next one.")
            .seenIn(
                "Javalin #1391: no blank line behind an event",
                "Netflix iep-apps PR #25: one line end instead of two")
            .catches("ends-in-block")
            .holds(EndpointRule.BLOCKS_END, Visit.WATCH),
        endpoint("S-015", "server/body/known-fields")
            .practice("Every line is a comment, or one of the fields event, data, id and retry")
            .clauses("field/unknown", "parse/field")
            .why("All others are ignored: most often they are the second line of some data.")
            .hint("Split data at CRLF, LF and CR, and write each line with its own data field.")
            .seenIn(
                "Spring Framework #30965: only the first line of data has a field",
                "ralsina/grafito#48: the same with stack traces")
            .catches("raw-line-feed")
            .holds(EndpointRule.KNOWN_FIELDS, Visit.WATCH),
        endpoint("S-016", "server/body/fields-once")
            .practice("event, id and retry stand at most once in a block")
            .clauses("parse/block", "field/event", "field/id")
            .why("Two of them are two events glued together, or a value with a line end in it.")
            .hint(
                "Look for a blank line that was forgotten, and refuse line ends in ids and types.")
            .seenIn(
                "ESPAsyncWebServer PR #1211: two events merge",
                "donovanhide/eventsource c590279: a line end in an id gives two id fields")
            .catches("glued-events")
            .holds(EndpointRule.FIELDS_ONCE, Visit.WATCH),
        endpoint("S-017", "server/body/retry-digits")
            .should("retry is digits and nothing else")
            .clauses("field/retry", "field/retry-invalid")
            .why("A retry with a sign, a point or a unit is ignored by every client.")
            .hint("Write whole milliseconds.")
            .seenIn("Hono 05963bf: retry: 1.5 and NaN go out", "h3 1892ee9: retry: -1 goes out")
            .catches("retry-fraction")
            .holds(EndpointRule.RETRY_DIGITS, Visit.WATCH),
        endpoint("S-018", "server/body/retry-range")
            .practice("retry is between 100 ms and 10 minutes")
            .clauses("field/retry")
            .why("Seconds that were meant as such bring every client back in milliseconds.")
            .hint("The unit is milliseconds.")
            .seenIn("async-sse a524e45: 1500 ms are sent as retry:1")
            .catches("retry-in-seconds")
            .holds(EndpointRule.RETRY_RANGE, Visit.WATCH),
        endpoint("S-019", "server/body/id-without-nul")
            .should("No id holds U+0000")
            .clauses("field/id-nul")
            .why("Clients ignore such an id and later resume from the one before it.")
            .hint("Refuse U+0000 in ids.")
            .seenIn("tmaxmax/go-sse e3ddbdf: an id with U+0000 is sent as it is")
            .catches("nul-in-id")
            .holds(EndpointRule.ID_WITHOUT_NUL, Visit.WATCH),
        endpoint("S-020", "server/body/id-empty")
            .observe("Whether id fields without a value come")
            .clauses("field/id")
            .why("An empty id makes the client forget the last one: it resumes from nowhere.")
            .hint("Leave the field out where an event has no id.")
            .seenIn("r3labs/sse c6d5381: id: without a value for events that have none")
            .holds(EndpointRule.ID_EMPTY, Visit.WATCH),
        endpoint("S-021", "server/body/byte-order-mark")
            .should("A byte order mark stands at the start of the stream alone")
            .clauses("parse/bom", "decode/bom-once")
            .why("Ahead of a later line it is part of the field's name: the field is lost.")
            .hint("Look for a writer that is opened anew for each event.")
            .catches("mark-in-stream")
            .holds(EndpointRule.STRAY_MARK, Visit.WATCH),
        endpoint("S-022", "server/body/named-without-data")
            .observe("Whether blocks with an event name and no data come")
            .clauses("dispatch/no-data")
            .why("They are legal and dispatch nothing: a listener for that name never hears.")
            .hint("Send data: without a value where the event has none.")
            .seenIn(
                "axum PR #3571: empty data leaves the data line out", "FastAPI PR #15618: the same")
            .holds(EndpointRule.NAMED_WITHOUT_DATA, Visit.WATCH),
        endpoint("S-023", "server/body/line-length")
            .practice("A line ends before it fills 32 MiB")
            .clauses("parse/no-limit")
            .why("The standard knows no limit, but a client has to hold the line in its memory.")
            .hint("Look for a binary body, or for an event that is never ended.")
            .catches("endless-line")
            .holds(EndpointRule.LINES_END, Visit.WATCH));
  }
}
