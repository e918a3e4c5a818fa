package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Masks secrets within JSON: by the member's name, by {@code name} and {@code value}, by text. */
final class SecretTree {
  private SecretTree() {}

  /** {@code json} itself where it is no JSON object or holds no secret. */
  static String maskedJson(String json) {
    if (!json.startsWith("{")) {
      return Secrets.maskedText(json);
    }
    try {
      var tree = RunJson.parse(json.getBytes(StandardCharsets.UTF_8));
      var masked = masked(tree);
      return masked.equals(tree) ? json : RunJson.text(masked);
    } catch (IOException e) {
      return Secrets.maskedText(json);
    }
  }

  static JsonNode masked(JsonNode node) {
    if (node instanceof TextNode text) {
      return TextNode.valueOf(Secrets.maskedText(text.textValue()));
    }
    if (node instanceof ArrayNode array) {
      var out = RunJson.node().arrayNode();
      array.forEach(each -> out.add(masked(each)));
      return out;
    }
    if (node instanceof ObjectNode object) {
      return maskedObject(object);
    }
    return node;
  }

  private static ObjectNode maskedObject(ObjectNode object) {
    var secretValue = SecretNames.has(object.path("name").asText());
    var out = RunJson.node();
    for (var member : object.properties()) {
      var secret =
          SecretNames.has(member.getKey()) || (secretValue && member.getKey().equals("value"));
      out.set(member.getKey(), secret ? hidden(member.getValue()) : masked(member.getValue()));
    }
    return out;
  }

  private static JsonNode hidden(JsonNode value) {
    if (value instanceof ArrayNode array) {
      var out = RunJson.node().arrayNode();
      array.forEach(each -> out.add(hidden(each)));
      return out;
    }
    return value.isTextual() ? TextNode.valueOf(Secrets.MASK) : masked(value);
  }
}
