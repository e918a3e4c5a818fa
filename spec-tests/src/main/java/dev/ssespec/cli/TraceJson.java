package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Buffers;
import dev.ssespec.parser.TraceStep;
import dev.ssespec.target.Json;
import java.util.Locale;

/** A step of a trace as a JSON object. */
final class TraceJson {
  private static final int SHOWN = 1000;

  private TraceJson() {}

  static ObjectNode of(TraceStep step) {
    ObjectNode json =
        Json.object()
            .put("line", step.line())
            .put("byteOffset", step.byteOffset())
            .put("shown", step.shown())
            .put("hex", step.hex())
            .put("end", step.end().name().toLowerCase(Locale.ROOT))
            .put("action", step.action().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .put("explanation", step.action().explanation())
            .put("clause", step.action().clause());
    json.set("before", of(step.before()));
    json.set("after", of(step.after()));
    step.event()
        .ifPresentOrElse(
            event ->
                json.putObject("event")
                    .put("type", event.type())
                    .put("data", event.data())
                    .put("lastEventId", event.lastEventId()),
            () -> json.putNull("event"));
    return json;
  }

  private static ObjectNode of(Buffers buffers) {
    ObjectNode json = Json.object();
    ObjectNode cut = Json.object();
    put("data", buffers.data(), json, cut);
    put("eventType", buffers.eventType(), json, cut);
    put("lastEventIdBuffer", buffers.lastEventIdBuffer(), json, cut);
    put("lastEventIdString", buffers.lastEventIdString(), json, cut);
    buffers
        .reconnectionTime()
        .ifPresentOrElse(
            time -> json.put("reconnectionTime", time), () -> json.putNull("reconnectionTime"));
    return cut.isEmpty() ? json : json.set("cut", cut);
  }

  /** Whole buffers in each step would make the trace of an event grow with its lines' square. */
  private static void put(String name, CharSequence text, ObjectNode json, ObjectNode cut) {
    int length = text.length();
    int shown = Math.min(length, SHOWN);
    boolean insideCharacter = shown < length && Character.isLowSurrogate(text.charAt(shown));
    json.put(name, text.subSequence(0, insideCharacter ? shown - 1 : shown).toString());
    if (shown < length) {
      cut.put(name, length);
    }
  }
}
