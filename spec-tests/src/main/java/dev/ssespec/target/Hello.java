package dev.ssespec.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TargetInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a target introduced itself.
 *
 * @param roles what it says it can be tested as
 * @param hides what cannot be seen over the way to it, though no capability says so: {@code close}
 *     where nothing can be said of what a client does when it is closed
 */
public record Hello(TargetInfo target, Set<String> roles, Set<String> hides) {
  /** Copies the sets. */
  public Hello {
    roles = Set.copyOf(roles);
    hides = Set.copyOf(hides);
  }

  /** What the adapter can show or do. */
  public Set<String> capabilities() {
    return Set.copyOf(target.capabilities());
  }

  static Hello read(ObjectNode message) {
    JsonNode target = message.path("target");
    String profile = message.path("profile").asText("eventsource");
    return new Hello(
        new TargetInfo(
            target.path("name").asText("unnamed"),
            target.path("version").asText(""),
            target.path("language").asText(""),
            target.path("homepage").asText(""),
            profile,
            strings(message.path("capabilities")),
            message.path("notes").asText("")),
        new HashSet<>(strings(message.path("roles"))),
        new HashSet<>(strings(message.path("hides"))));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }
}
