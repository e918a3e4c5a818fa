package dev.ssespec.cases;

import dev.ssespec.parser.Event;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;

/** The responses that client cases are mostly made of: event streams in chunks. */
final class Answers {
  private Answers() {}

  /** The body in one chunk, then the orderly end. */
  static Script ended(String body) {
    return stream(body).end();
  }

  /** The body in one chunk, and then the stream stays open. */
  static Script held(String body) {
    return stream(body).hold();
  }

  /** The body in one chunk, then a TCP reset. */
  static Script reset(String body) {
    return stream(body).reset();
  }

  /** As {@link #ended}, the body with bytes that no character stands for, as {@code \xHH}. */
  static Script endedBytes(String escaped) {
    return Script.eventStream().body(Escaped.bytes(escaped)).end();
  }

  /** As {@link #held}, the body with bytes that no character stands for, as {@code \xHH}. */
  static Script heldBytes(String escaped) {
    return Script.eventStream().body(Escaped.bytes(escaped)).hold();
  }

  /** A stream with any status and content type; no type where that is empty. */
  static ScriptBuilder typed(int status, String contentType) {
    ScriptBuilder response = Script.response(status);
    return (contentType.isEmpty() ? response : response.header("Content-Type", contentType))
        .chunked();
  }

  /** An event of the default type without an id. */
  static Event message(String data) {
    return new Event("message", data, "");
  }

  /** An event of the default type, with the last event ID string at its dispatch. */
  static Event message(String data, String lastEventId) {
    return new Event("message", data, lastEventId);
  }

  private static ScriptBuilder stream(String body) {
    return Script.eventStream().body(body);
  }
}
