package dev.ssespec.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The adapter protocol in the words of the contract-test service protocol, and back. */
final class ContractWords {
  private ContractWords() {}

  /** A post that says nothing that the protocol knows; the message says why. */
  static final class GarbageException extends Exception {
    private static final long serialVersionUID = 1;

    GarbageException(String message) {
      super(message);
    }
  }

  /**
   * What the service can do, in the adapter protocol's names. Events carry their id and lost
   * connections come back wherever the protocol is spoken; that a connection was announced, where
   * an event came from, and whether an error was the last one is nowhere said.
   */
  static List<String> capabilities(Set<String> declared) {
    Set<String> shown = new TreeSet<>(List.of("last-event-id", "reconnect", "retry-option"));
    if (declared.contains("comments")) {
      shown.add("comments");
    }
    if (declared.contains("headers")) {
      shown.add("headers");
    }
    if (declared.contains("last-event-id")) {
      shown.add("initial-last-event-id");
    }
    if (declared.contains("post")) {
      shown.add("method");
      shown.add("body");
    }
    if (declared.contains("read-timeout")) {
      shown.add("read-timeout");
    }
    if (listens(declared)) {
      shown.add("ready");
    }
    return List.copyOf(shown);
  }

  /** Whether types of events have to be asked for. */
  static boolean listens(Set<String> declared) {
    return declared.contains("event-type-listeners");
  }

  /** The strings that a status' {@code capabilities} hold. */
  static Set<String> declared(JsonNode status) {
    Set<String> declared = new TreeSet<>();
    status.path("capabilities").forEach(one -> declared.add(one.asText()));
    return declared;
  }

  /** What a stream is created with. */
  static ObjectNode creation(ObjectNode open, String callbackUrl, Set<String> declared) {
    ObjectNode body =
        Json.object()
            .put("streamUrl", open.path("url").asText())
            .put("callbackUrl", callbackUrl)
            .put("tag", open.path("id").asText());
    copy(open, "retryMs", body, "initialDelayMs");
    copy(open, "readTimeoutMs", body, "readTimeoutMs");
    copy(open, "lastEventId", body, "lastEventId");
    copy(open, "method", body, "method");
    copy(open, "body", body, "body");
    ObjectNode headers = Json.object();
    open.path("headers")
        .properties()
        .forEach(
            h -> headers.put(h.getKey().toLowerCase(java.util.Locale.ROOT), h.getValue().asText()));
    if (open.has("body") && declared.contains("headers") && !headers.has("content-type")) {
      // The protocol's own harness names a type wherever it sends a body, and services rely on it.
      headers.put("content-type", "text/plain; charset=utf-8");
    }
    if (!headers.isEmpty()) {
      body.set("headers", headers);
    }
    return body;
  }

  private static void copy(ObjectNode from, String key, ObjectNode to, String name) {
    if (from.has(key)) {
      to.set(name, from.get(key));
    }
  }

  /** The commands that ask for the types of events that a source has to ask for. */
  static List<ObjectNode> listening(ObjectNode open) {
    List<ObjectNode> commands = new ArrayList<>();
    for (JsonNode type : open.path("eventTypes")) {
      if (!type.asText().equals("message")) {
        ObjectNode command = Json.object().put("command", "listen");
        command.putObject("listen").put("type", type.asText());
        commands.add(command);
      }
    }
    return commands;
  }

  /**
   * What a post says, in the adapter protocol's words.
   *
   * @return empty where it says nothing that concerns the kit
   */
  static Optional<ObjectNode> report(String id, ObjectNode post) throws GarbageException {
    String kind = post.path("kind").asText();
    return switch (kind) {
      case "event" -> Optional.of(event(id, post.path("event")));
      case "comment" ->
          Optional.of(Json.message("comment").put("id", id).put("text", text(post, "comment")));
      // The protocol's document says "comment", most services say "error".
      case "error" ->
          Optional.of(
              Json.message("error")
                  .put("id", id)
                  .put("message", text(post, post.has("error") ? "error" : "comment")));
      case "hello" -> Optional.empty();
      default -> throw new GarbageException("a post of the unknown kind \"" + shorten(kind) + "\"");
    };
  }

  private static ObjectNode event(String id, JsonNode event) throws GarbageException {
    if (!event.path("data").isTextual()) {
      throw new GarbageException("an event without a text as its data");
    }
    String type = text(event, "type");
    ObjectNode message = Json.message("event").put("id", id);
    message
        .putObject("event")
        .put("type", type.isEmpty() ? "message" : type)
        .put("data", event.path("data").asText())
        .put("lastEventId", text(event, "id"));
    return message;
  }

  /** The text at {@code key}; empty where there is none. */
  private static String text(JsonNode object, String key) throws GarbageException {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new GarbageException("a post whose " + key + " is no text");
    }
    return value.asText();
  }

  /** At most so much of a text as a person needs. */
  static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
