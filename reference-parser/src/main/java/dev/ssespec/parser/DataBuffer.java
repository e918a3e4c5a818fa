package dev.ssespec.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The standard's data buffer, kept as bytes until the dispatch. A long one is turned into strings
 * part by part, so that it never exists as bytes as a whole.
 */
final class DataBuffer {

  /** What {@link LineEnds#findAndCopy} may write behind a line. */
  private static final int SLACK = Long.BYTES;

  private static final int CAPACITY = TextDecoder.SEGMENT;

  /** From this size on a part becomes a string without a stop in the buffer. */
  private static final int LARGE = 1 << 13;

  /** Room that is made for a line before its length is known. */
  private static final int LINE_EXPECTED = 1 << 10;

  private static final int MOST_CONTINUATIONS = 3;

  private static final byte[] NONE = {};
  private static final byte[] LINE_FEED = {'\n'};

  private final TextDecoder decoder;
  private final Limits limits;

  private boolean filled;
  private long length;
  private boolean ascii = true;
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

  /** Starts a line. */
  void beginLine() {
    if (filled) {
      append(LINE_FEED, 0, 1, true);
    }
    filled = true;
  }

  /** Adds to the last line. */
  void append(byte[] bytes, int from, int to, boolean partIsAscii) {
    length += to - from;
    limits.checkEvent(length);
    if (to - from >= LARGE) {
      appendLarge(bytes, from, to, partIsAscii);
      return;
    }
    if (to - from > CAPACITY - keptSize) {
      keptToText();
    }
    keep(bytes, from, to, partIsAscii);
  }

  /**
   * Adds one byte to the last line, if there is room; the short way for streams in single bytes.
   */
  boolean append(byte b) {
    if (keptSize >= kept.length - SLACK || length >= limits.maxEventBytes()) {
      return false;
    }
    kept[keptSize++] = b;
    ascii &= b >= 0;
    length++;
    return true;
  }

  private void appendLarge(byte[] bytes, int from, int to, boolean partIsAscii) {
    int at = from;
    if (keptSize > 0) {
      // What is kept may end inside a character, which needs three more bytes at most. What stays
      // after that begins among these three, and is taken back.
      if (CAPACITY - keptSize < MOST_CONTINUATIONS) {
        keptToText();
      }
      keep(bytes, from, from + MOST_CONTINUATIONS, partIsAscii);
      keptToText();
      at = from + MOST_CONTINUATIONS - keptSize;
      keptSize = 0;
      ascii = true;
    }
    int cut = partIsAscii ? to : Utf8Sequences.cut(bytes, at, to);
    segments.add(decoder.decode(bytes, at, cut, partIsAscii));
    keep(bytes, cut, to, partIsAscii || cut == to);
  }

  /**
   * Adds whole lines of data, none of them the first of its block, as long as one follows the other
   * and each can be read in one pass; where the next line starts. One loop with its state at hand,
   * as a block with many lines feels each call.
   */
  int appendLines(byte[] bytes, int from, int to) {
    grow(Math.min(CAPACITY, keptSize + LINE_EXPECTED));
    byte[] target = kept;
    int size = keptSize;
    int at = from;
    int value;
    while ((value = Block.dataValue(bytes, at, to)) >= 0) {
      int window = value + Math.min(to - value, target.length - SLACK - 1 - size);
      int found = LineEnds.findAndCopy(bytes, value, window, target, size + 1);
      int end = found >= 0 ? found : ~found;
      int next = end + 1;
      if (end == window || next == to) {
        break;
      }
      limits.checkLine(end - at);
      target[size] = '\n';
      size += 1 + end - value;
      ascii &= found >= 0;
      at = bytes[end] == '\r' && bytes[next] == '\n' ? next + 1 : next;
    }
    length += size - keptSize;
    keptSize = size;
    limits.checkEvent(length);
    return at;
  }

  private void keep(byte[] bytes, int from, int to, boolean partIsAscii) {
    int size = keptSize + to - from;
    grow(size);
    System.arraycopy(bytes, from, kept, keptSize, to - from);
    keptSize = size;
    ascii &= partIsAscii;
  }

  private void grow(int size) {
    if (kept.length < size + SLACK) {
      int doubled = Math.max(256, Integer.highestOneBit(size + SLACK) << 1);
      kept = Arrays.copyOf(kept, Math.min(CAPACITY + SLACK, doubled));
    }
  }

  private void keptToText() {
    int cut = ascii ? keptSize : Utf8Sequences.cut(kept, 0, keptSize);
    segments.add(decoder.decode(kept, 0, cut, ascii));
    System.arraycopy(kept, cut, kept, 0, keptSize - cut);
    keptSize -= cut;
    ascii = keptSize == 0;
  }

  /** The text of all lines, joined by line feeds; the buffer is empty afterwards. */
  String take() {
    String text = decoder.decode(kept, 0, keptSize, ascii);
    if (!segments.isEmpty()) {
      segments.add(text);
      text = String.join("", segments);
      segments.clear();
    }
    filled = false;
    ascii = true;
    keptSize = 0;
    length = 0;
    return text;
  }
}
