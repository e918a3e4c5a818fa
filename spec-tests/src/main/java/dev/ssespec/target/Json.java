package dev.ssespec.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages of the adapter protocol as JSON, one object a line. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An object with its {@code op}. */
  public static ObjectNode message(String op) {
    return MAPPER.createObjectNode().put("op", op);
  }

  /** {@code value} as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * The line that says {@code message}. Half of a surrogate pair is written as an escape: as a
   * character UTF-8 cannot carry it.
   */
  public static String line(ObjectNode message) {
    String text = message.toString();
    return text.codePoints().noneMatch(Json::isHalf)
        ? text
        : text.codePoints().mapToObj(Json::character).collect(Collectors.joining());
  }

  /**
   * The object on one line that a person may look at: what a terminal would obey, or what would
   * turn the order of the text around, is written as an escape.
   */
  public static String printable(ObjectNode object) {
    var printable = new StringBuilder();
    object
        .toString()
        .codePoints()
        .forEach(
            c -> {
              if (isObeyed(c)) {
                for (char unit : Character.toChars(c)) {
                  printable.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }

  private static boolean isObeyed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String character(int codePoint) {
    return isHalf(codePoint)
        ? String.format(Locale.ROOT, "\\u%04x", codePoint)
        : Character.toString(codePoint);
  }

  /** The object that {@code line} holds; empty where it holds anything else. */
  public static Optional<ObjectNode> parse(String line) {
    try {
      return MAPPER.readTree(line) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
