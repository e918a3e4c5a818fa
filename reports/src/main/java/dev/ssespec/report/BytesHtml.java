package dev.ssespec.report;

import java.util.List;

/** Bytes as they are: escaped with each chunk's beginning marked, and as a hex dump. */
final class BytesHtml {
  /** Bytes of one view; the record has the rest. */
  static final int LIMIT = 4096;

  private static final int ROW = 16;

  private final Html html;

  BytesHtml(Html html) {
    this.html = html;
  }

  /**
   * @param chunks in order; more than one are marked and numbered
   */
  void view(List<Bytes> chunks) {
    var total = chunks.stream().mapToInt(Bytes::length).sum();
    html.open("div", "class", "bytes");
    int shown = 0;
    for (int i = 0; i < chunks.size() && shown < LIMIT; i++) {
      if (chunks.size() > 1) {
        var title = "chunk " + (i + 1) + " of " + chunks.size() + " begins at byte " + shown;
        html.leaf("i", Integer.toString(i + 1), "class", "cut", "title", title);
      }
      var end = Math.min(chunks.get(i).length(), LIMIT - shown);
      escaped(chunks.get(i).slice(0, end).toArray());
      shown += end;
    }
    html.close();
    if (shown < total) {
      html.leaf(
          "p",
          "The first " + shown + " of " + total + " bytes; run.ndjson has them all.",
          "class",
          "note");
    }
    var size =
        Look.count(total, "byte")
            + (chunks.size() > 1 ? " in " + Look.count(chunks.size(), "chunk") : "");
    html.open("details", "class", "hex").leaf("summary", "hex · " + size).open("pre");
    hex(chunks);
    html.close().close();
  }

  private void escaped(byte[] bytes) {
    var plain = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b >= 0x20 && b < 0x7f && b != '\\') {
        plain.append((char) b);
        continue;
      }
      html.text(plain.toString()).leaf("b", Bytes.of(new byte[] {b}).escaped());
      plain.setLength(0);
      var crBeforeLf = b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      if ((b == '\n' || (b == '\r' && !crBeforeLf)) && i + 1 < bytes.length) {
        html.text("\n");
      }
    }
    html.text(plain.toString());
  }

  private void hex(List<Bytes> chunks) {
    var row = new HexRow(html);
    int offset = 0;
    for (var chunk : chunks) {
      var bytes = chunk.toArray();
      for (int i = 0; i < bytes.length && offset < LIMIT; i++, offset++) {
        row.add(offset, bytes[i], i == 0 && offset > 0);
        if (offset % ROW == ROW - 1) {
          row.end();
        }
      }
    }
    row.end();
  }
}
