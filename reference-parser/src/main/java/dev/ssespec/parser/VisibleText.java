package dev.ssespec.parser;

/**
 * Shows text so that a person sees every character of it, also those that have no shape. What it
 * gives holds no line end and nothing that a terminal would obey. Safe on any thread.
 *
 * <pre>{@code
 * String shown = VisibleText.of("a\tb\n"); // a␉b␊
 * }</pre>
 */
public final class VisibleText {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final char DELETE = 0x7F;
  private static final char PICTURE_OF_DELETE = 0x2421;

  private VisibleText() {}

  /** Controls as their Unicode pictures, other invisible characters by number; the rest as is. */
  public static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c < ' ') {
                visible.append((char) (CONTROL_PICTURES + c));
              } else if (c == DELETE) {
                visible.append(PICTURE_OF_DELETE);
              } else if (isShapeless(c)) {
                visible.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  private static boolean isShapeless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
