package dev.ssespec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
          Optional<ObjectNode> answer = ask(adapter, "probe-" + name, stream, timeout);
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

  private static Optional<ObjectNode> ask(
      Adapter adapter, String id, String stream, Duration timeout) {
    var answer = new CompletableFuture<Optional<ObjectNode>>();
    adapter.converse(
        id,
        heard -> {
          if (heard instanceof Heard.Said said) {
            answer.complete(Optional.of(said.message()));
          } else if (heard instanceof Heard.Gone) {
            answer.complete(Optional.empty());
          }
        });
    ObjectNode message = Json.message("parse").put("id", id);
    message
        .putArray("chunks")
        .add(Base64.getEncoder().encodeToString(stream.getBytes(StandardCharsets.UTF_8)));
    adapter.tell(message.put("eof", true));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      adapter.leave(id);
    }
  }
}
