package dev.ssespec.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browsers that the kit knows how to start. */
public enum BrowserKind {
  /** Chromium and what is built on it. */
  CHROMIUM("Chromium", 24),

  /** Firefox. */
  FIREFOX("Firefox", 24),

  /** WebKitGTK's MiniBrowser. It keeps no more than 17 connections in all. */
  WEBKIT("WebKitGTK", 6);

  /** How many cases a browser of which nothing is known can play at a time. */
  public static final int UNKNOWN_ROOM = 6;

  private final String word;
  private final int room;

  BrowserKind(String word, int room) {
    this.word = word;
    this.room = room;
  }

  /** Its name, for people. */
  public String word() {
    return word;
  }

  /** How many cases it can play at a time. */
  public int room() {
    return room;
  }

  /** The kind of which {@code version}, the answer to {@code --version}, or the name speaks. */
  static java.util.Optional<BrowserKind> of(Path program, String version) {
    String text = (program.getFileName() + " " + version).toLowerCase(Locale.ROOT);
    if (text.contains("firefox")) {
      return java.util.Optional.of(FIREFOX);
    }
    if (text.contains("webkitgtk") || text.contains("minibrowser")) {
      return java.util.Optional.of(WEBKIT);
    }
    boolean chromium =
        List.of("chromium", "chrome", "edge", "brave").stream().anyMatch(text::contains);
    return chromium ? java.util.Optional.of(CHROMIUM) : java.util.Optional.empty();
  }

  /** The command that shows {@code url} with a profile in {@code folder}. */
  List<String> command(Path program, Path folder, String url, boolean root) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    switch (this) {
      case CHROMIUM -> {
        words.addAll(CHROMIUM_OPTIONS);
        words.add("--user-data-dir=" + folder);
        if (root) {
          words.add("--no-sandbox");
        }
      }
      case FIREFOX ->
          words.addAll(List.of("--headless", "--no-remote", "--profile", folder.toString()));
      case WEBKIT -> words.add("--private");
    }
    words.add(url);
    return words;
  }

  /** What stands in the environment beside what is there. */
  Map<String, String> environment(Path folder) {
    String home = folder.toString();
    return this == WEBKIT
        ? Map.of("XDG_DATA_HOME", home, "XDG_CACHE_HOME", home, "XDG_CONFIG_HOME", home)
        : Map.of();
  }

  /** Whether it needs a display, and cannot do without. */
  boolean needsDisplay() {
    return this == WEBKIT;
  }

  private static final List<String> CHROMIUM_OPTIONS =
      List.of(
          "--headless",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--disable-breakpad",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-extensions",
          "--disable-sync",
          "--no-default-browser-check",
          "--no-first-run",
          "--no-proxy-server",
          "--password-store=basic",
          "--use-mock-keychain");
}
