package dev.ssespec.cases;

import static dev.ssespec.cases.PropertyCase.property;

import java.util.List;

/**
 * Laws of parsing and of reconnecting, tried on generated streams. They name no fault: what they
 * find is luck.
 */
final class PropertyCases {
  private static final String SHRUNK =
      "The stream in the reason is as small as the kit could make it; what stands in brackets"
          + " behind it says how far that went. Trace it by hand, line by line, and look which"
          + " hand-written case it belongs to.";

  private static final String BROKEN =
      "The connections in the reason are as small as the kit could make them. Make a new decoder"
          + " and a new parser for each; keep the last event ID and the reconnection time only.";

  private PropertyCases() {}

  static List<PropertyCase> all() {
    return List.of(
        anyStream(),
        anyBytes(),
        chunking(),
        commentInserted(),
        unknownFieldInserted(),
        written(),
        anyConnections(),
        anyBytesOverConnections());
  }

  private static PropertyCase anyStream() {
    return property("P-301", "parse/property/any-stream", Law.ANY_STREAM)
        .must("Generated streams mean what the literal interpreter says, however they are cut")
        .clauses(
            "interpret/line-by-line",
            "interpret/order",
            "dispatch/fields",
            "dispatch/clear",
            "decode/utf-8")
        .why(
            "Nobody thinks of every combination. The outcomes are generated: the literal"
                + " interpreter, which takes the standard's steps one by one, is the oracle.")
        .hint(SHRUNK)
        .build();
  }

  private static PropertyCase anyBytes() {
    return property("P-302", "parse/property/any-bytes", Law.ANY_BYTES)
        .must("Any bytes mean what the literal interpreter says, however they are cut")
        .clauses("parse/any-char", "decode/replacement", "decode/maximal-subpart")
        .why(
            "No sequence of bytes is an error: a parser that gives up on one loses the stream."
                + " The outcomes are generated: the literal interpreter is the oracle.")
        .hint(SHRUNK)
        .build();
  }

  private static PropertyCase chunking() {
    return property("P-303", "parse/property/chunking", Law.CHUNKING)
        .must("Where a generated stream is cut into chunks never changes what it means")
        .clauses("decode/utf-8", "interpret/line-by-line")
        .needs("chunks")
        .why(
            "Networks cut where they like: such a bug shows once in a thousand streams. No oracle"
                + " is asked: the target is compared with itself.")
        .hint("Look at what the parser keeps between two chunks: half a character, a CR, a line.")
        .build();
  }

  private static PropertyCase commentInserted() {
    return property("P-304", "parse/property/comment-inserted", Law.COMMENT)
        .must("A comment between any two lines of a generated stream changes no event")
        .clauses("interpret/comment", "parse/comment")
        .why(
            "Proxies and servers put heartbeats wherever they please. No oracle is asked: the"
                + " target is compared with itself, without the comment and with it.")
        .hint("A line that begins with a colon leaves every buffer as it is.")
        .build();
  }

  private static PropertyCase unknownFieldInserted() {
    return property("P-305", "parse/property/unknown-field-inserted", Law.UNKNOWN_FIELD)
        .must("An unknown field between any two lines of a generated stream changes nothing")
        .clauses("field/unknown", "field/literal-name")
        .why(
            "The format grows by new fields, which old parsers must pass over. No oracle is"
                + " asked: the target is compared with itself, without the field and with it.")
        .hint("Compare whole names, literally, and do nothing for any other.")
        .build();
  }

  private static PropertyCase written() {
    return property("P-306", "parse/property/encode-then-parse", Law.WRITTEN)
        .must("Generated events that are encoded and then parsed are the same events again")
        .clauses("dispatch/fields", "field/data", "field/event", "field/id", "interpret/one-space")
        .why(
            "This is what a stream is for. The outcomes are generated: what went into the writer"
                + " must come out, with the CR and CRLF of data as LF. The literal interpreter is"
                + " the oracle of the writer itself.")
        .hint(SHRUNK)
        .build();
  }

  private static PropertyCase anyConnections() {
    return property("C-301", "client/property/any-connections", Law.ANY_CONNECTIONS)
        .must("Over several connections generated streams mean what the model says")
        .clauses(
            "interpret/end-of-stream",
            "interpret/buffers",
            "connect/new-decoder",
            "last-event-id/header",
            "last-event-id/only-if-not-empty")
        .needs("reconnect")
        .why(
            "A connection breaks at any byte, and nobody thinks of each. The outcomes are"
                + " generated: the literal interpreter reads each response anew, and nothing but"
                + " the last event ID goes over to the next.")
        .hint(BROKEN)
        .build();
  }

  private static PropertyCase anyBytesOverConnections() {
    return property("C-302", "client/property/any-bytes", Law.ANY_BYTES_OVER_CONNECTIONS)
        .must("Over several connections any bytes mean what the model says")
        .clauses("parse/any-char", "decode/replacement", "connect/new-decoder")
        .needs("reconnect")
        .why(
            "No sequence of bytes is an error, and no byte of one response belongs to the next. The"
                + " outcomes are generated: the literal interpreter is the oracle.")
        .hint(BROKEN)
        .build();
  }
}
