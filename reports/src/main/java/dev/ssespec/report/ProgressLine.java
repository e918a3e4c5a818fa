package dev.ssespec.report;

import java.io.PrintStream;

/** One line of a terminal that is drawn again in its place. */
final class ProgressLine {
  private static final int BAR = 24;
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean terminal;
  private String drawn = "";

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * @param planned how many records will come, 0 where nobody knows
   * @param group what is being run
   */
  void draw(int done, int planned, int failed, String group) {
    if (!terminal) {
      return;
    }
    var whole = Math.max(planned, done);
    var filled = whole == 0 ? 0 : BAR * done / whole;
    var text =
        "["
            + "#".repeat(filled)
            + "-".repeat(BAR - filled)
            + "] "
            + done
            + "/"
            + whole
            + (failed == 0 ? "" : "  " + failed + " failed")
            + "  "
            + Visible.line(group);
    if (!text.equals(drawn)) {
      drawn = text;
      out.print("\r" + text.substring(0, Math.min(text.length(), WIDTH)) + "\u001b[K");
      out.flush();
    }
  }

  /** Makes room for lines that stay. */
  void clear() {
    if (!drawn.isEmpty()) {
      drawn = "";
      out.print("\r\u001b[K");
    }
  }
}
