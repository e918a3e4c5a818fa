package dev.ssespec.parser;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The buffers that a block of lines fills, and what each line does to them. A line calls the
 * listener at most once.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">Interpreting
 *     an event stream</a>
 */
final class Block {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int DATA = name("data");
  private static final int EVEN = name("even");
  private static final int RETR = name("retr");

  private static final long SPACED_DATA = DATA | (long) ':' << 32 | (long) ' ' << 40;
  private static final long SIX_BYTES = 0xFFFF_FFFF_FFFFL;

  /** So many bytes tell which field a line is: the longest name and its colon. */
  static final int NAME_KNOWN = 6;

  private final StreamListener listener;
  private final Limits limits;
  private final TextDecoder decoder = new TextDecoder();
  private final DataBuffer data;
  private final RepeatedLine lastType = new RepeatedLine();
  private final RepeatedLine lastComment = new RepeatedLine();
  private final RepeatedLine lastRetry = new RepeatedLine();
  private long lastMillis;

  private String eventType = "";
  private String lastEventIdBuffer;
  private String lastEventIdString;
  private boolean idToCommit;

  Block(StreamListener listener, String lastEventId, Limits limits) {
    this.listener = listener;
    this.limits = limits;
    this.data = new DataBuffer(decoder, limits);
    this.lastEventIdBuffer = lastEventId;
    this.lastEventIdString = lastEventId;
  }

  private static int name(String four) {
    return four.charAt(0) | four.charAt(1) << 8 | four.charAt(2) << 16 | four.charAt(3) << 24;
  }

  DataBuffer data() {
    return data;
  }

  String lastEventIdString() {
    return lastEventIdString;
  }

  /** A blank line: commits the id, and dispatches where there is data. */
  void dispatch() {
    String type = commit();
    if (!data.isEmpty()) {
      listener.event(type, data.take(), lastEventIdString);
    }
  }

  /** A blank line after a block whose only line of data, the last one, is still in the array. */
  void dispatch(byte[] bytes, int from, int to, boolean ascii) {
    limits.checkEvent(to - from);
    String text = decoder.decode(bytes, from, to, ascii);
    listener.event(commit(), text, lastEventIdString);
  }

  /** Commits the id, and takes the type out of its buffer. */
  private String commit() {
    // Only a change is written: a reference in an object that has lived long costs the collector.
    if (idToCommit) {
      idToCommit = false;
      lastEventIdString = lastEventIdBuffer;
    }
    String type = eventType;
    if (type.isEmpty()) {
      return "message";
    }
    eventType = "";
    return type;
  }

  /** A line that is not blank. */
  void line(byte[] bytes, int from, int to, boolean ascii) {
    if (bytes[from] == ':') {
      listener.comment(text(lastComment, bytes, from, from + 1, to, ascii));
    } else if (to - from >= Integer.BYTES) {
      field(bytes, from, to, ascii);
    } else if (to - from >= 2 && isId(bytes, from, to)) {
      id(bytes, valueStart(bytes, from + 2, to), to, ascii);
    }
  }

  /** Whether a blank line would change nothing now. */
  boolean isUntouched() {
    return !idToCommit && data.isEmpty() && eventType.isEmpty();
  }

  /**
   * The end of the comment that starts here, if it is the same as the last one, as heartbeats are,
   * or -1. What was remembered has passed the limits.
   */
  int repeatedComment(byte[] bytes, int from, int to) {
    return lastComment.matchLine(bytes, from, to);
  }

  /** Tells the last comment again. */
  void tellCommentAgain() {
    listener.comment(lastComment.text());
  }

  /**
   * Processes the line that starts here if it is the same as the last one that set a type or a
   * time: the index of its end, or -1.
   */
  int repeatedField(byte[] bytes, int from, int to) {
    int end = -1;
    switch (bytes[from]) {
      case 'e' -> {
        end = lastType.matchLine(bytes, from, to);
        if (end >= 0) {
          eventType = lastType.text();
        }
      }
      case 'r' -> {
        end = lastRetry.matchLine(bytes, from, to);
        if (end >= 0) {
          listener.reconnectionTime(lastMillis);
        }
      }
      default -> {}
    }
    return end;
  }

  private String text(RepeatedLine last, byte[] bytes, int line, int value, int to, boolean ascii) {
    if (last.matches(bytes, line, to)) {
      return last.text();
    }
    String text = decoder.decode(bytes, value, to, ascii);
    last.remember(bytes, line, to, text);
    return text;
  }

  /** A line of four bytes or more, so that one comparison tells most names. */
  private void field(byte[] bytes, int from, int to, boolean ascii) {
    int name = (int) INT.get(bytes, from);
    if (name == DATA) {
      if (isNameEnd(bytes, from + 4, to)) {
        data.beginLine();
        data.append(bytes, valueStart(bytes, from + 4, to), to, ascii);
      }
    } else if (name == EVEN) {
      if (isFive(bytes, from, to, 't')) {
        eventType = text(lastType, bytes, from, valueStart(bytes, from + 5, to), to, ascii);
      }
    } else if (name == RETR) {
      if (isFive(bytes, from, to, 'y')) {
        retry(bytes, from, valueStart(bytes, from + 5, to), to);
      }
    } else if (isId(bytes, from, to)) {
      id(bytes, valueStart(bytes, from + 2, to), to, ascii);
    }
  }

  private static boolean isId(byte[] bytes, int from, int to) {
    return bytes[from] == 'i' && bytes[from + 1] == 'd' && isNameEnd(bytes, from + 2, to);
  }

  /** Whether a name of five bytes, whose first four are known, has this last one. */
  private static boolean isFive(byte[] bytes, int from, int to, char last) {
    return to - from > 4 && bytes[from + 4] == last && isNameEnd(bytes, from + 5, to);
  }

  private static boolean isNameEnd(byte[] bytes, int nameEnd, int to) {
    return nameEnd == to || bytes[nameEnd] == ':';
  }

  /**
   * Where the value starts in a line of {@code data} with a colon, its end unknown, or -1 for any
   * other line and for one whose first bytes are not all there.
   */
  static int dataValue(byte[] bytes, int from, int to) {
    if (from > to - NAME_KNOWN
        || (int) INT.get(bytes, from) != DATA
        || bytes[from + Integer.BYTES] != ':') {
      return -1;
    }
    return bytes[from + 5] == ' ' ? from + 6 : from + 5;
  }

  /** Whether a line starts with "data: " and two bytes more are there to be looked at. */
  static boolean isSpacedData(byte[] bytes, int from, int to) {
    return from <= to - Long.BYTES && ((long) LONG.get(bytes, from) & SIX_BYTES) == SPACED_DATA;
  }

  /** Whether a line that is not data, its end unknown, can be more than an ignored field. */
  static boolean isKnown(byte[] bytes, int from) {
    int name = (int) INT.get(bytes, from);
    return bytes[from] == ':'
        || (bytes[from] == 'i' && bytes[from + 1] == 'd' && bytes[from + 2] == ':')
        || (name == EVEN && bytes[from + 4] == 't' && bytes[from + 5] == ':')
        || (name == RETR && bytes[from + 4] == 'y' && bytes[from + 5] == ':');
  }

  /** Past the colon and one space, or the end of a line that is a name alone. */
  private static int valueStart(byte[] bytes, int nameEnd, int to) {
    int start = nameEnd + 1;
    if (start >= to) {
      return to;
    }
    return bytes[start] == ' ' ? start + 1 : start;
  }

  private void id(byte[] bytes, int from, int to, boolean ascii) {
    limits.checkId(to - from);
    String id = decoder.decode(bytes, from, to, ascii);
    if (id.indexOf('\0') < 0) {
      lastEventIdBuffer = id;
      idToCommit = true;
    }
  }

  private void retry(byte[] bytes, int line, int from, int to) {
    long millis = millis(bytes, from, to);
    if (millis < 0) {
      return;
    }
    if (lastRetry.remember(bytes, line, to, "")) {
      lastMillis = millis;
    }
    listener.reconnectionTime(millis);
  }

  /**
   * The number that these digits are, the largest one where it is beyond that; -1 if not digits.
   */
  static long millis(byte[] bytes, int from, int to) {
    if (from == to) {
      return -1; // the standard leaves an empty value open; it names no time
    }
    long millis = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      boolean beyond = millis > (Long.MAX_VALUE - digit) / 10;
      millis = beyond ? Long.MAX_VALUE : millis * 10 + digit;
    }
    return millis;
  }
}
