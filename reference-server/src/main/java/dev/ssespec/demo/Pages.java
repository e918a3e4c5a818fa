package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The pages, their styles and scripts, which lie beside the classes. */
public final class Pages {
  private Pages() {}

  /** Adds a demo's page and its script, which are called like the demo. */
  static void add(Site.Builder site, String name) {
    add(site, "/" + name, Pages.class, name + ".html");
    add(site, "/" + name + ".js", Pages.class, name + ".js");
  }

  /** Adds what all pages share. */
  public static void addShared(Site.Builder site) {
    add(site, "/demo.css", Pages.class, "demo.css");
    add(site, "/demo.js", Pages.class, "demo.js");
  }

  /**
   * Adds one file.
   *
   * @param beside a class that the file lies beside
   */
  public static void add(Site.Builder site, String path, Class<?> beside, String file) {
    Answer answer = new Answer.Whole(200, type(file), bytes(beside, file));
    site.get(path, asked -> answer);
  }

  private static String type(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> throw new IllegalArgumentException("no page is called " + file);
    };
  }

  private static byte[] bytes(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + beside);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
