package dev.ssespec.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The standard's data buffer, kept as bytes until the dispatch. A long one is turned into strings
 * part by part, so that it never exists as bytes as a whole.
 */
final class DataBuffer {

  /** What {@link LineEnds#copyStep} may write behind a line. */
  private static final int SLACK = LineEnds.STEP;

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

  /** The bytes of the lines so far that are strings already. */
  private long segmentsLength;

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
    limits.checkEvent(segmentsLength + keptSize + to - from);
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
    int size = keptSize;
    if (size >= kept.length - SLACK || segmentsLength + size >= limits.maxEventBytes()) {
      return false;
    }
    kept[size] = b;
    keptSize = size + 1;
    if (b < 0) {
      ascii = false;
    }
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
    segmentsLength += cut - at;
    keep(bytes, cut, to, partIsAscii || cut == to);
  }

  /**
   * Adds whole lines of data, none of them the first of its block, as long as one follows the
   * other; where the next line starts. The line feeds of the stream that are copied with them are
   * those of the buffer.
   *
   * <p>One loop over all lines, in large steps, as where lines are short each start of a loop is
   * felt. A line beyond a limit ends it, and fails in the usual way.
   */
  int appendLines(byte[] bytes, int from, int to) {
    if (!Block.isSpacedData(bytes, from, to)) {
      return from;
    }
    grow(Math.min(CAPACITY, keptSize + LINE_EXPECTED));
    byte[] target = kept;
    int size = keptSize;
    target[size] = '\n';
    int line = from;
    long longest = limits.maxLineBytes();
    int at = from + Block.NAME_KNOWN;
    int shift = size + 1 - at;
    int last = Math.min(to - 1, target.length - shift) - LineEnds.STEP;
    while (at <= last) {
      int plain = LineEnds.copyStep(bytes, at, target, at + shift);
      if (plain == LineEnds.STEP) {
        at += LineEnds.STEP;
        continue;
      }
      int end = at + plain;
      if (bytes[end] != '\n') {
        end = appendRest(bytes, at, end, last + LineEnds.STEP, shift);
      }
      if (end < 0 || end - line > longest) {
        break;
      }
      size = end + shift;
      line = bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : end + 1;
      if (!Block.isSpacedData(bytes, line, to)) {
        break;
      }
      at = line + Block.NAME_KNOWN;
      shift = size + 1 - at;
    }
    keptSize = size;
    limits.checkEvent(segmentsLength + size);
    return line;
  }

  /**
   * Copies the rest of a line that does not end with the next line feed, and puts one behind it;
   * the line's end, or -1 if it is not before {@code to}.
   */
  private int appendRest(byte[] bytes, int from, int special, int to, int shift) {
    int found = LineEnds.find(bytes, special, to);
    int end = found >= 0 ? found : ~found;
    if (end == to) {
      return -1;
    }
    System.arraycopy(bytes, from, kept, from + shift, end - from);
    kept[end + shift] = '\n';
    ascii &= found >= 0;
    return end;
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
    segmentsLength += cut;
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
    segmentsLength = 0;
    return text;
  }
}
