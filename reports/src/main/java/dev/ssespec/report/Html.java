package dev.ssespec.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Builds HTML in which text is always text: everything but names of elements and attributes is
 * escaped, hidden characters are made visible, and only {@code http} and {@code https} become
 * links. For one thread.
 */
final class Html {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern WEB = Pattern.compile("(?i)https?://[!-~]+");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code attributes} are names and values in turn. */
  Html open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Text; LF stays. */
  Html text(String text) {
    escape(out, Visible.lines(text));
    return this;
  }

  /** An element with text and nothing else in it. */
  Html leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element that has no end tag. */
  Html empty(String element, String... attributes) {
    tag(element, attributes);
    return this;
  }

  /** A link where {@code address} is one of the web, and the bare text otherwise. */
  Html link(String address, String text) {
    return WEB.matcher(address).matches()
        ? leaf("a", text, "href", address, "rel", "noopener noreferrer", "target", "_blank")
        : text(text);
  }

  /** Our own style or script, never anything from a run. */
  Html own(String element, String content) {
    open(element);
    out.append(content);
    return close();
  }

  Html newline() {
    out.append('\n');
    return this;
  }

  /** How many characters stand already. */
  int length() {
    return out.length();
  }

  /** All of it; every element must be closed. */
  String done() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void tag(String element, String... attributes) {
    check(element);
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      check(attributes[i]);
      out.append(' ').append(attributes[i]).append("=\"");
      escape(out, Visible.lines(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an element or attribute: " + name);
    }
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
  }
}
