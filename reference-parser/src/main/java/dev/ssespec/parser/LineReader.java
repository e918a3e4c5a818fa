package dev.ssespec.parser;

/**
 * Cuts fed bytes into lines, wherever the pieces end, and has each line processed. Lines that are
 * whole in the fed array are processed there, and those that come most often on a shorter way.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing
 *     an event stream</a>
 */
final class LineReader {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Limits limits;
  private final Block block;
  private final UnfinishedLine unfinished;
  private boolean stopped;

  /** Whether a line feed that comes next belongs to a CR which has ended its line already. */
  private boolean skipLineFeed;

  /** Whether these can still be the bytes of the mark, and how many of them are in. */
  private boolean atMark = true;

  private int markBytes;

  LineReader(Block block, Limits limits) {
    this.block = block;
    this.limits = limits;
    this.unfinished = new UnfinishedLine(block, limits);
  }

  /** No line is processed any more, not even of the bytes that are being read. */
  void stop() {
    stopped = true;
  }

  /** Reads one byte if it only adds to a value, without a call of the listener; whether it did. */
  boolean read(byte b) {
    return unfinished.add(b);
  }

  void read(byte[] bytes, int from, int to) {
    int at = atMark ? skipMark(bytes, from, to) : from;
    if (skipLineFeed && at < to) {
      skipLineFeed = false;
      if (bytes[at] == '\n') {
        at++;
      }
    }
    if (at < to && !unfinished.isEmpty()) {
      at = finishLine(bytes, at, to);
    }
    readLines(bytes, at, to);
  }

  /** Reads on in the unfinished line; the start of the next one, or {@code to}. */
  private int finishLine(byte[] bytes, int from, int to) {
    int found = LineEnds.find(bytes, from, to);
    int end = index(found);
    unfinished.add(bytes, from, end, found >= 0);
    if (end == to) {
      return to;
    }
    unfinished.end();
    return next(bytes, end, to);
  }

  /** Reads lines from a start on; one loop for all kinds, as a call for each line is felt. */
  private void readLines(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !stopped) {
      byte first = bytes[at];
      int value;
      int end;
      if (isLineEnd(first)) {
        block.dispatch();
        at = next(bytes, at, to);
      } else if ((value = Block.dataValue(bytes, at, to)) >= 0) {
        at = block.data().isEmpty() ? readData(bytes, at, value, to) : readMoreData(bytes, at, to);
      } else if (first == ':' && (end = block.repeatedComment(bytes, at, to)) >= 0) {
        at = readComments(bytes, end, to);
      } else if ((end = block.repeatedField(bytes, at, to)) >= 0) {
        at = next(bytes, end, to);
      } else {
        at = readAnyLine(bytes, at, to);
      }
    }
  }

  /**
   * Reads a comment that came before just so, whose end is known, and those behind it, as
   * heartbeats come in rows; the start of the line after them. A blank line between them changes
   * nothing, which need be seen only once.
   */
  private int readComments(byte[] bytes, int firstEnd, int to) {
    boolean untouched = block.isUntouched();
    int end = firstEnd;
    int at;
    do {
      block.tellCommentAgain();
      at = next(bytes, end, to);
      if (untouched && at < to && bytes[at] == '\n') {
        at++;
      }
      end = block.repeatedComment(bytes, at, to);
    } while (end >= 0 && !stopped);
    return at;
  }

  /** Reads the line that starts here; the start of the next one, or {@code to}. */
  private int readAnyLine(byte[] bytes, int from, int to) {
    int found = LineEnds.find(bytes, from, to);
    int end = index(found);
    if (end == to) {
      unfinished.add(bytes, from, to, found >= 0);
      return to;
    }
    limits.checkLine(end - from);
    block.line(bytes, from, end, found >= 0);
    return next(bytes, end, to);
  }

  /**
   * Reads the first line of data of a block. Most blocks end right after it, and its value need not
   * go through the data buffer then.
   */
  private int readData(byte[] bytes, int from, int value, int to) {
    int found = LineEnds.find(bytes, value, to);
    int end = index(found);
    if (end == to) {
      unfinished.add(bytes, from, to, found >= 0);
      return to;
    }
    limits.checkLine(end - from);
    int next = next(bytes, end, to);
    if (next < to && isLineEnd(bytes[next])) {
      block.dispatch(bytes, value, end, found >= 0);
      return next(bytes, next, to);
    }
    block.data().beginLine();
    block.data().append(bytes, value, end, found >= 0);
    return next;
  }

  private int readMoreData(byte[] bytes, int from, int to) {
    int next = block.data().appendLines(bytes, from, to);
    return next > from ? next : readAnyLine(bytes, from, to);
  }

  private static int index(int found) {
    return found >= 0 ? found : ~found;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** The start of the line after a line end. */
  private int next(byte[] bytes, int end, int to) {
    int next = end + 1;
    if (bytes[end] == '\r') {
      if (next == to) {
        skipLineFeed = true;
      } else if (bytes[next] == '\n') {
        next++;
      }
    }
    return next;
  }

  /**
   * Leaves out one byte order mark at the start of the stream, which may come byte by byte. Bytes
   * that turn out to be none of it begin the first line.
   */
  private int skipMark(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to
        && markBytes < BYTE_ORDER_MARK.length
        && bytes[at] == BYTE_ORDER_MARK[markBytes]) {
      at++;
      markBytes++;
    }
    if (markBytes == BYTE_ORDER_MARK.length) {
      atMark = false;
    } else if (at < to) {
      atMark = false;
      if (markBytes > 0) {
        unfinished.add(BYTE_ORDER_MARK, 0, markBytes, false);
      }
    }
    return at;
  }
}
