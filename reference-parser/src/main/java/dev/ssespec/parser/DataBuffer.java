package dev.ssespec.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard's data buffer, kept as bytes until the dispatch.
 *
 * <p>The first line is only pointed at in the caller's array, as most events have no other and are
 * dispatched before that array goes back; {@link #settle()} copies it where that does not hold. A
 * long buffer is turned into strings part by part, so that it never exists as bytes as a whole.
 */
final class DataBuffer {

  private static final byte[] NONE = {};

  private final TextDecoder decoder;
  private final Limits limits;

  private boolean filled;
  private long length;
  private boolean ascii = true;

  private byte @Nullable [] lent;
  private int lentFrom;
  private int lentTo;

  private byte[] kept = NONE;
  private int keptSize;
  private final List<String> segments = new ArrayList<>(0);

  DataBuffer(TextDecoder decoder, Limits limits) {
    this.decoder = decoder;
    this.limits = limits;
  }

  /** Whether no line has come: a buffer that holds one empty line is not empty. */
  boolean isEmpty() {
    return !filled;
  }

  /** Adds a whole line that stays in the caller's array until the next call of another method. */
  void addLine(byte[] bytes, int from, int to, boolean lineIsAscii) {
    if (filled) {
      beginLine();
      append(bytes, from, to, lineIsAscii);
      return;
    }
    filled = true;
    length = (long) to - from;
    limits.checkEvent(length);
    lent = bytes;
    lentFrom = from;
    lentTo = to;
    ascii = lineIsAscii;
  }

  /** Starts a line whose parts are appended. */
  void beginLine() {
    settle();
    if (filled) {
      appendKept(LINE_FEED, 0, 1, true);
    }
    filled = true;
  }

  private static final byte[] LINE_FEED = {'\n'};

  /** Adds a part to the last line. */
  void append(byte[] bytes, int from, int to, boolean partIsAscii) {
    settle();
    appendKept(bytes, from, to, partIsAscii);
  }

  private void appendKept(byte[] bytes, int from, int to, boolean partIsAscii) {
    length += to - from;
    limits.checkEvent(length);
    int at = from;
    while (to - at > TextDecoder.SEGMENT - keptSize) {
      int room = TextDecoder.SEGMENT - keptSize;
      keep(bytes, at, at + room, partIsAscii);
      at += room;
      turnIntoText();
    }
    keep(bytes, at, to, partIsAscii);
  }

  private void keep(byte[] bytes, int from, int to, boolean partIsAscii) {
    int size = keptSize + to - from;
    if (kept.length < size) {
      int doubled = Math.max(256, Integer.highestOneBit(size - 1) << 1);
      kept = Arrays.copyOf(kept, Math.min(TextDecoder.SEGMENT, doubled));
    }
    System.arraycopy(bytes, from, kept, keptSize, to - from);
    keptSize = size;
    ascii &= partIsAscii;
  }

  private void turnIntoText() {
    int cut = ascii ? keptSize : Utf8Sequences.cut(kept, 0, keptSize);
    segments.add(decoder.decode(kept, 0, cut, ascii));
    System.arraycopy(kept, cut, kept, 0, keptSize - cut);
    keptSize -= cut;
    ascii = keptSize == 0;
  }

  /** Lets go of the caller's array. */
  void settle() {
    byte[] bytes = lent;
    if (bytes != null) {
      lent = null;
      length = 0;
      appendKept(bytes, lentFrom, lentTo, ascii);
    }
  }

  /** The text of all lines, joined by line feeds; the buffer is empty afterwards. */
  String take() {
    String text;
    byte[] bytes = lent;
    if (bytes != null) {
      text = decoder.decode(bytes, lentFrom, lentTo, ascii);
      lent = null;
    } else {
      text = decoder.decode(kept, 0, keptSize, ascii);
      if (!segments.isEmpty()) {
        segments.add(text);
        text = String.join("", segments);
        segments.clear();
      }
      keptSize = 0;
    }
    filled = false;
    ascii = true;
    length = 0;
    return text;
  }
}
