package dev.ssespec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which line ends a parser does not know at all. The cases about line ends say so; every other case
 * is then not sent with them, or its own matter would be lost in one and the same deviation.
 */
final class EndingProbe {
  private static final Map<String, String> ENDINGS = Map.of("crlf", "\r\n", "cr", "\r");

  private EndingProbe() {}

  /**
   * The names of the line ends with which even the plainest event does not arrive. A target that
   * hangs or dies of it is started anew.
   */
  static Set<String> unknown(Targets targets, Duration timeout) {
    Set<String> unknown = new HashSet<>();
    ENDINGS.forEach(
        (name, ending) -> {
          String stream = "data: probe" + ending + ending + ":" + ending;
          Adapter adapter = targets.get();
          Optional<ObjectNode> answer = adapter.ask(parse(name, stream), timeout);
          if (answer.isEmpty()) {
            targets.replace(adapter);
          }
          if (answer.isEmpty() || !arrived(answer.get())) {
            unknown.add(name);
          }
        });
    return unknown;
  }

  private static boolean arrived(ObjectNode answer) {
    JsonNode events = answer.path("events");
    return events.size() == 1 && events.path(0).path("data").asText().equals("probe");
  }

  private static ObjectNode parse(String name, String stream) {
    ObjectNode message = Json.message("parse").put("id", "probe-" + name);
    message
        .putArray("chunks")
        .add(Base64.getEncoder().encodeToString(stream.getBytes(StandardCharsets.UTF_8)));
    return message.put("eof", true);
  }
}
