package dev.ssespec.report;

import java.util.HexFormat;
import java.util.Locale;

/** One row of a hex dump at a time: offset, sixteen bytes, the same as ASCII. */
final class HexRow {
  private static final int ROW = 16;

  private final Html html;
  private final StringBuilder ascii = new StringBuilder();
  private int count;

  HexRow(Html html) {
    this.html = html;
  }

  /**
   * @param boundary whether a chunk begins with this byte
   */
  void add(int offset, byte b, boolean boundary) {
    if (count == 0) {
      html.text(String.format(Locale.ROOT, "%06x ", offset));
    }
    if (boundary) {
      html.leaf("i", "│");
    } else {
      html.text(count == ROW / 2 ? " " : "");
    }
    html.text((boundary ? "" : " ") + HexFormat.of().toHexDigits(b));
    ascii.append(b >= 0x20 && b < 0x7f ? (char) b : '·');
    count++;
  }

  void end() {
    if (count > 0) {
      html.text("   ".repeat(ROW - count) + (count <= ROW / 2 ? " " : "") + "  " + ascii + "\n");
      ascii.setLength(0);
      count = 0;
    }
  }
}
