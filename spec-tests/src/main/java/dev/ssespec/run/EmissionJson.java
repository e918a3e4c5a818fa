package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Emission;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.target.Json;

/** What a server is told to send, as the content of a {@code send} message. */
final class EmissionJson {
  private EmissionJson() {}

  static ObjectNode of(Emission emission, Words words) {
    ObjectNode content = Json.object();
    if (emission instanceof Emission.OfComment comment) {
      return content.put("comment", words.fill(comment.text()));
    }
    var event = (Emission.OfEvent) emission;
    ObjectNode json = content.putObject("event");
    event.data().ifPresent(data -> json.put("data", words.fill(data).repeat(event.times())));
    event.type().ifPresent(type -> json.put("type", words.fill(type)));
    event.id().ifPresent(id -> json.put("id", words.fill(id)));
    event
        .retry()
        .ifPresent(
            retry ->
                json.set(
                    "retry",
                    retry.scale() > 0
                        ? DecimalNode.valueOf(retry)
                        : BigIntegerNode.valueOf(retry.toBigIntegerExact())));
    return content;
  }

  /** A generated event; one that has a comment has nothing else. */
  static ObjectNode of(OutgoingEvent event) {
    ObjectNode content = Json.object();
    if (event.comment().isPresent()) {
      return content.put("comment", event.comment().get());
    }
    ObjectNode json = content.putObject("event");
    event.data().ifPresent(data -> json.put("data", data));
    event.type().ifPresent(type -> json.put("type", type));
    event.id().ifPresent(id -> json.put("id", id));
    event.retry().ifPresent(retry -> json.put("retry", retry));
    return content;
  }

  /** A plain event. */
  static ObjectNode data(String data) {
    ObjectNode content = Json.object();
    content.putObject("event").put("data", data);
    return content;
  }

  /** A plain event with an id. */
  static ObjectNode data(String data, String id) {
    ObjectNode content = data(data);
    content.withObject("/event").put("id", id);
    return content;
  }

  /** A comment. */
  static ObjectNode comment(String text) {
    return Json.object().put("comment", text);
  }
}
