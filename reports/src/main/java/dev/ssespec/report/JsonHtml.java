package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON, indented, with the place of the first difference marked. For one value. */
final class JsonHtml {
  private static final int DEEPEST = 30;
  private static final int MOST_VALUES = 1500;
  private static final int LONGEST_TEXT = 3000;

  private final Html html;
  private final @Nullable FirstDifference difference;
  private final List<String> path = new ArrayList<>();
  private int values;

  JsonHtml(Html html, @Nullable FirstDifference difference) {
    this.html = html;
    this.difference = difference;
  }

  /** Expected and actual side by side. */
  static void versus(Html html, CaseRecord record) {
    var difference = FirstDifference.between(record.expected(), record.actual()).orElse(null);
    html.open("div").open("div", "class", "versus");
    side(html, "expected", record.expected(), difference);
    side(html, "actual", record.actual(), difference);
    html.close();
    if (difference != null && !difference.path().isEmpty()) {
      html.open("p", "class", "differs").text("First difference at ");
      html.leaf("code", difference.sentence()).close();
    }
    html.close();
  }

  private static void side(
      Html html, String name, @Nullable JsonNode node, @Nullable FirstDifference difference) {
    html.open("div", "class", name).leaf("div", name, "class", "label").open("pre");
    new JsonHtml(html, difference).root(node);
    html.close().close();
  }

  void root(@Nullable JsonNode node) {
    if (node == null) {
      html.leaf("mark", "nothing", "class", "nothing");
    } else {
      value(node);
    }
  }

  private boolean isHere() {
    return difference != null && difference.path().equals(path);
  }

  private void value(JsonNode node) {
    if (++values > MOST_VALUES || path.size() > DEEPEST) {
      html.text(Visible.cut(node.toString(), 200));
      return;
    }
    var marked = isHere() && !(path.isEmpty() && node.isContainerNode());
    if (node instanceof TextNode text && marked && difference != null && difference.offset() >= 0) {
      text(text.textValue(), difference.offset());
      return;
    }
    if (marked) {
      html.open("mark");
    }
    switch (node.getNodeType()) {
      case OBJECT -> object((ObjectNode) node);
      case ARRAY -> array((ArrayNode) node);
      default -> html.text(Visible.cut(node.toString(), LONGEST_TEXT));
    }
    if (marked) {
      html.close();
    }
  }

  private void object(ObjectNode node) {
    html.text("{");
    int count = 0;
    for (var member : node.properties()) {
      html.text(count++ == 0 ? "\n" : ",\n").text(indent(1));
      html.leaf("span", TextNode.valueOf(member.getKey()).toString(), "class", "key").text(": ");
      child(member.getKey(), member.getValue());
    }
    gap(count, name -> node.has(name));
    html.text("}");
  }

  private void array(ArrayNode node) {
    html.text("[");
    for (int i = 0; i < node.size(); i++) {
      html.text(i == 0 ? "\n" : ",\n").text(indent(1));
      child(Integer.toString(i), node.get(i));
    }
    gap(node.size(), index -> Integer.parseInt(index) < node.size());
    html.text("]");
  }

  private void child(String step, JsonNode node) {
    path.add(step);
    value(node);
    path.remove(path.size() - 1);
  }

  private interface Presence {
    boolean of(String step);
  }

  /** Says where the other side has something and this one nothing, then ends the container. */
  private void gap(int count, Presence presence) {
    var missing =
        difference != null
            && difference.path().size() == path.size() + 1
            && difference.path().subList(0, path.size()).equals(path)
            && !presence.of(difference.path().get(path.size()));
    if (missing) {
      html.text("\n" + indent(1)).leaf("mark", "nothing here", "class", "nothing");
    }
    if (count > 0 || missing) {
      html.text("\n" + indent(0));
    }
  }

  private void text(String text, int offset) {
    var from = Math.max(0, offset - LONGEST_TEXT / 2);
    html.text("\"" + (from > 0 ? "…" : "")).text(escaped(text.substring(from, offset)));
    var rest = escaped(Visible.cut(text.substring(offset), LONGEST_TEXT));
    html.leaf("mark", rest.isEmpty() ? "(ends here)" : rest).text("\"");
  }

  private static String escaped(String text) {
    var quoted = TextNode.valueOf(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private String indent(int more) {
    return "  ".repeat(path.size() + more);
  }
}
