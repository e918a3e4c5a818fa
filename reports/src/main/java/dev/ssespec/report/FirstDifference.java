package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first place, in reading order, where two JSON values differ.
 *
 * @param path member names and array indexes from the root to the place
 * @param expected what stands there in the expected value; null where nothing does
 * @param actual what stands there in the actual value; null where nothing does
 * @param offset where both are texts: the first character (UTF-16 unit) that differs; otherwise -1
 */
public record FirstDifference(
    List<String> path, @Nullable JsonNode expected, @Nullable JsonNode actual, int offset) {

  /** Copies the path. */
  public FirstDifference {
    path = List.copyOf(path);
  }

  /** Empty where the two are equal. */
  public static Optional<FirstDifference> between(
      @Nullable JsonNode expected, @Nullable JsonNode actual) {
    return Optional.ofNullable(find(new ArrayList<>(), expected, actual));
  }

  /** {@code events[1].data}; {@code (all of it)} for the root. */
  public String place() {
    var out = new StringBuilder();
    for (var step : path) {
      var index = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
      out.append(index ? "[" + step + "]" : (out.isEmpty() ? "" : ".") + step);
    }
    return out.isEmpty() ? "(all of it)" : out.toString();
  }

  /** One line, safe to print: {@code events[0].data: expected "a", got "b"}. */
  public String sentence() {
    return Visible.line(place(), 200) + ": expected " + show(expected) + ", got " + show(actual);
  }

  private String show(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    if (offset > 40 && node instanceof TextNode text) {
      var rest = text.textValue().substring(Math.min(offset, text.textValue().length()));
      return "…"
          + Visible.line(TextNode.valueOf(rest).toString(), 120)
          + " from character "
          + offset;
    }
    return Visible.line(node.toString(), 160);
  }

  private static @Nullable FirstDifference find(
      List<String> path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    if (expected instanceof ObjectNode one && actual instanceof ObjectNode other) {
      var names = new LinkedHashSet<String>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      return firstOf(path, List.copyOf(names), one::get, other::get);
    }
    if (expected instanceof ArrayNode one && actual instanceof ArrayNode other) {
      var indexes = new ArrayList<String>();
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        indexes.add(Integer.toString(i));
      }
      return firstOf(
          path, indexes, i -> one.get(Integer.parseInt(i)), i -> other.get(Integer.parseInt(i)));
    }
    if (same(expected, actual)) {
      return null;
    }
    return new FirstDifference(path, expected, actual, offset(expected, actual));
  }

  private interface Child {
    @Nullable JsonNode at(String step);
  }

  private static @Nullable FirstDifference firstOf(
      List<String> path, List<String> steps, Child one, Child other) {
    for (var step : steps) {
      var deeper = new ArrayList<>(path);
      deeper.add(step);
      var found = find(deeper, one.at(step), other.at(step));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }

  private static int offset(@Nullable JsonNode expected, @Nullable JsonNode actual) {
    if (!(expected instanceof TextNode one && actual instanceof TextNode other)) {
      return -1;
    }
    var a = one.textValue();
    var b = other.textValue();
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at > 0 && at < a.length() && Character.isLowSurrogate(a.charAt(at)) ? at - 1 : at;
  }
}
