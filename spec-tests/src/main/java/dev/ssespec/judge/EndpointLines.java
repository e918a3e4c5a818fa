package dev.ssespec.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssespec.judge.EndpointBody.Piece;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A body cut into lines at CRLF, LF and CR, each with the time of its bytes. */
final class EndpointLines {
  /**
   * A line.
   *
   * @param text decoded as UTF-8, without its line end
   * @param beginsAt when its first byte came, in microseconds
   * @param endsAt when its line end came
   * @param endsIn number of the piece that brought its line end
   * @param ended whether a line end has come at all
   */
  record Line(String text, long beginsAt, long endsAt, int endsIn, boolean ended) {
    /** The field's name; empty for a comment. */
    String name() {
      int colon = text.indexOf(':');
      return colon < 0 ? text : text.substring(0, colon);
    }

    /** The field's value. */
    String value() {
      int colon = text.indexOf(':');
      String value = colon < 0 ? "" : text.substring(colon + 1);
      return value.startsWith(" ") ? value.substring(1) : value;
    }

    boolean isBlank() {
      return text.isEmpty();
    }

    boolean isComment() {
      return text.startsWith(":");
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long beginsAt = -1;
  private boolean afterCr;

  private EndpointLines() {}

  /** The lines; the last one may have no end. A byte order mark at the start is dropped. */
  static List<Line> of(List<Piece> pieces) {
    var cutter = new EndpointLines();
    for (int i = 0; i < pieces.size(); i++) {
      for (byte b : pieces.get(i).bytes()) {
        cutter.take(b, pieces.get(i).atMicros(), i);
      }
    }
    if (cutter.open.size() > 0) {
      long last = pieces.get(pieces.size() - 1).atMicros();
      cutter.end(last, pieces.size() - 1, false);
    }
    return List.copyOf(cutter.lines);
  }

  private void take(byte b, long at, int piece) {
    boolean secondHalf = b == '\n' && afterCr;
    afterCr = b == '\r';
    if (secondHalf) {
      return;
    }
    beginsAt = beginsAt < 0 ? at : beginsAt;
    if (b == '\n' || b == '\r') {
      end(at, piece, true);
    } else {
      open.write(b);
    }
  }

  private void end(long at, int piece, boolean ended) {
    String text = open.toString(UTF_8);
    if (lines.isEmpty() && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    lines.add(new Line(text, beginsAt, at, piece, ended));
    open.reset();
    beginsAt = -1;
  }
}
