package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Buffers;
import dev.ssespec.parser.TraceStep;
import dev.ssespec.target.Json;
import java.util.Locale;

/** A step of a trace as a JSON object. */
final class TraceJson {
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
    ObjectNode json =
        Json.object()
            .put("data", buffers.data())
            .put("eventType", buffers.eventType())
            .put("lastEventIdBuffer", buffers.lastEventIdBuffer())
            .put("lastEventIdString", buffers.lastEventIdString());
    buffers
        .reconnectionTime()
        .ifPresentOrElse(
            time -> json.put("reconnectionTime", time), () -> json.putNull("reconnectionTime"));
    return json;
  }
}
