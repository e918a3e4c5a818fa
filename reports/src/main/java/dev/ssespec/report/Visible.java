package dev.ssespec.report;

/**
 * Text from a target with nothing in it that a terminal, a browser or an XML parser would obey or
 * hide: control characters, marks that turn the writing direction, and lone surrogates come out as
 * {@code \n}, {@code \x1b}, {@code \}{@code u202e}.
 */
public final class Visible {
  private Visible() {}

  /** On one line. */
  static String line(String text) {
    return render(text, false);
  }

  /** LF stays, everything else as on one line. */
  static String lines(String text) {
    return render(text, true);
  }

  /** {@link #line}, cut to {@code limit} characters with a mark. */
  public static String line(String text, int limit) {
    return line(cut(text, limit));
  }

  /** At most {@code limit} characters, no surrogate pair torn, and a mark of how many are left. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
  }

  private static String render(String text, boolean keepLines) {
    var out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (keepLines && c == '\n') {
        out.append('\n');
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0 -> out.append("\\0");
      default -> {
        if (!isHidden(c)) {
          out.appendCodePoint(c);
        } else if (c < 0x100) {
          out.append("\\x").append(hex(c, 2));
        } else {
          out.append("\\u").append(hex(c, 4));
        }
      }
    }
  }

  private static boolean isHidden(int c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || (c >= 0xd800 && c <= 0xdfff)
        || c == 0x061c
        || c == 0xfeff
        || c == 0xfffe
        || c == 0xffff;
  }

  private static String hex(int c, int digits) {
    var text = Integer.toHexString(c);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
