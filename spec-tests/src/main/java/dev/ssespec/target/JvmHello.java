package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TargetInfo;

/** What every target in this JVM answers alike. */
final class JvmHello {
  private JvmHello() {}

  static ObjectNode answer(TargetInfo info, String role) {
    ObjectNode answer = Json.message("hello").put("protocol", 1);
    answer
        .putObject("target")
        .put("name", info.name())
        .put("version", info.version())
        .put("language", info.language())
        .put("homepage", info.homepage());
    answer.putArray("roles").add(role);
    var capabilities = answer.putArray("capabilities");
    info.capabilities().forEach(capabilities::add);
    return answer.put("profile", info.profile()).put("notes", info.notes());
  }

  static ObjectNode unsupported(ObjectNode message) {
    ObjectNode answer = Json.message("unsupported").put("of", message.path("op").asText());
    if (message.has("id")) {
      answer.set("id", message.get("id"));
    }
    return answer;
  }
}
