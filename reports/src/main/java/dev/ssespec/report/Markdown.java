package dev.ssespec.report;

/** Text within Markdown in which nothing of a target is markup, mention or link. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]#!|~^$";

  private Markdown() {}

  /** On one line, also within a table. */
  static String text(String text) {
    var visible = Visible.line(text);
    var out = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        // An entity cannot begin a mention, nor be part of a link.
        case '@' -> out.append("&#64;");
        case ':' ->
            out.append(i + 2 < visible.length() && visible.startsWith("//", i + 1) ? "&#58;" : ":");
        default -> {
          if (SPECIAL.indexOf(c) >= 0) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
    return out.toString();
  }

  /** As code, on one line, also within a table. */
  static String code(String text) {
    var visible = Visible.line(text).replace("|", "\\|");
    var fence = "`".repeat(longestRun(visible) + 1);
    var gap = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
    return fence + gap + visible + gap + fence;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
