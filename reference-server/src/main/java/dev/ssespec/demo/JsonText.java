package dev.ssespec.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.ajax.JSON;

/** What the demos and their pages say to each other. */
final class JsonText {
  private static final int DEEPEST = 8;

  private JsonText() {}

  static String of(Map<String, ?> object) {
    return json().toJSON(object);
  }

  static String of(List<? extends Map<String, ?>> objects) {
    return json().toJSON(objects);
  }

  /** The same on a line for each member. */
  static String onLines(Map<String, ?> object) {
    var lines = new StringBuilder("{\n");
    object.forEach(
        (name, value) ->
            lines
                .append(lines.length() > 2 ? ",\n" : "")
                .append("  ")
                .append(json().toJSON(name))
                .append(": ")
                .append(json().toJSON(value)));
    return lines.append("\n}").toString();
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Map<String, Object> object(String text) {
    Object parsed;
    try {
      parsed = json().fromJSON(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("That is no JSON.", e);
    }
    if (!(parsed instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Send a JSON object.");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            object.put(String.valueOf(name), value);
          }
        });
    return object;
  }

  /**
   * A text of an object, without white space around it.
   *
   * @throws IllegalArgumentException if it is missing, empty, longer than that, or no Unicode
   */
  static String text(Map<String, Object> object, String name, int longest) {
    String text = object.get(name) instanceof String string ? string.strip() : "";
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException(
          "\"" + name + "\" must be a text of 1 to " + longest + " characters.");
    }
    if (!UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("\"" + name + "\" holds half a character.");
    }
    return text;
  }

  /**
   * A whole number of an object.
   *
   * @throws IllegalArgumentException if it is missing, or not between those two
   */
  static long number(Map<String, Object> object, String name, long least, long most) {
    if (object.get(name) instanceof Long number && number >= least && number <= most) {
      return number;
    }
    throw new IllegalArgumentException(
        "\"" + name + "\" must be a whole number from " + least + " to " + most + ".");
  }

  private static JSON json() {
    var json = new JSON();
    json.setNestingMaxDepth(DEEPEST);
    return json;
  }
}
