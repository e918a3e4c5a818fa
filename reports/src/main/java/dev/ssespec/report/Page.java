package dev.ssespec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One page in one file: style and script inside, nothing from anywhere else. A content security
 * policy lets exactly that style and that script work, so that even markup that slipped through the
 * escaping could do nothing.
 */
final class Page {
  private Page() {}

  /**
   * @param styles resources beside this class
   * @param scripts likewise
   */
  static String render(
      String title, List<String> styles, List<String> scripts, Consumer<Html> body) {
    var style = read(styles);
    var script = read(scripts);
    var html = new Html();
    html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("title", title).newline().own("style", style).close().newline();
    html.open("body");
    body.accept(html);
    html.newline().own("script", script).close().close();
    return "<!doctype html>\n" + html.done() + "\n";
  }

  /** The line above the title, with the switch between light and dark. */
  static void kicker(Html html, String text) {
    html.open("div", "class", "kicker").leaf("span", text);
    html.leaf("button", "Theme: auto", "class", "theme", "id", "theme", "type", "button").close();
  }

  /** One legend of a key: {@code keys} in turn with what they do. */
  static void keys(Html html, String... keys) {
    html.open("p", "class", "keys");
    for (int i = 0; i < keys.length; i += 2) {
      html.open("span").leaf("kbd", keys[i]).text(" " + keys[i + 1]).close();
    }
    html.close();
  }

  /** A symbol and the word of a verdict. */
  static void badge(Html html, Verdict verdict, String text) {
    html.open("span", "class", "badge v-" + verdict.word());
    html.leaf("i", Look.symbol(verdict), "class", "sym").text(text).close();
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src 'sha256-"
        + hash(style)
        + "'; script-src 'sha256-"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(List<String> resources) {
    var all = new StringBuilder();
    for (var name : resources) {
      try (var in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }
}
