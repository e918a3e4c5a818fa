package dev.ssespec.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;

/** Events that were encoded, as the note of a trial. */
public final class WrittenEvents {
  private WrittenEvents() {}

  /** The note that stands for the events. */
  static String note(List<OutgoingEvent> events) {
    ObjectNode note = Json.object();
    var array = note.putArray("written");
    for (OutgoingEvent event : events) {
      ObjectNode object = array.addObject();
      event.comment().ifPresent(comment -> object.put("comment", comment));
      event.type().ifPresent(type -> object.put("type", type));
      event.id().ifPresent(id -> object.put("id", id));
      event.retry().ifPresent(retry -> object.put("retry", retry));
      event.data().ifPresent(data -> object.put("data", data));
    }
    return note.toString();
  }

  /** The events that a note stands for; none where it is another one. */
  public static List<OutgoingEvent> read(String note) {
    List<OutgoingEvent> events = new ArrayList<>();
    Json.parse(note).ifPresent(json -> json.path("written").forEach(e -> events.add(readOne(e))));
    return events;
  }

  private static OutgoingEvent readOne(JsonNode json) {
    OutgoingEvent event = OutgoingEvent.empty();
    event = json.has("comment") ? event.withComment(json.path("comment").asText()) : event;
    event = json.has("type") ? event.withType(json.path("type").asText()) : event;
    event = json.has("id") ? event.withId(json.path("id").asText()) : event;
    event = json.has("retry") ? event.withRetry(json.path("retry").asLong()) : event;
    return json.has("data") ? event.withData(json.path("data").asText()) : event;
  }
}
