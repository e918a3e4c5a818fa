package dev.ssespec.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The line that the fed bytes have begun and not ended.
 *
 * <p>Once its name is known, a value of {@code data} goes straight on to the data buffer, which is
 * discarded anyway where no blank line follows, and an unknown field is dropped. Any other line is
 * held until its end comes, of a time only the number so far. So no line needs more memory than
 * what it is to become.
 */
final class UnfinishedLine {

  private enum Way {
    HELD,
    DATA,
    DROPPED
  }

  private static final byte[] NONE = {};

  /** From here on the digits of a time are replaced by the number that they are so far. */
  private static final int LONGEST_RETRY = 64;

  private final Block block;
  private final DataBuffer data;
  private final Limits limits;
  private byte[] held = NONE;
  private int heldSize;
  private boolean ascii = true;
  private long length;
  private Way way = Way.HELD;

  UnfinishedLine(Block block, Limits limits) {
    this.block = block;
    this.data = block.data();
    this.limits = limits;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void add(byte[] bytes, int from, int to, boolean partIsAscii) {
    boolean first = length == 0;
    length += to - from;
    limits.checkLine(length);
    switch (way) {
      case HELD -> {
        if (first && to - from >= Block.NAME_KNOWN) {
          tellApart(bytes, from, to, partIsAscii);
        } else {
          hold(bytes, from, to, partIsAscii);
        }
      }
      case DATA -> data.append(bytes, from, to, partIsAscii);
      case DROPPED -> {}
    }
  }

  /** Takes one byte the short way, if it is part of a value of data; streams may come like this. */
  boolean add(byte b) {
    if (way != Way.DATA
        || (b & 0xFF) <= '\r'
        || length >= limits.maxLineBytes()
        || !data.append(b)) {
      return false;
    }
    length++;
    return true;
  }

  private void hold(byte[] bytes, int from, int to, boolean partIsAscii) {
    boolean wasUnknown = heldSize < Block.NAME_KNOWN;
    keep(bytes, from, to, partIsAscii);
    if (!wasUnknown) {
      bound();
    } else if (heldSize >= Block.NAME_KNOWN) {
      int size = heldSize;
      heldSize = 0;
      tellApart(held, 0, size, ascii);
    }
  }

  /** Sees that what is held of a known field is no more than it can become. */
  private void bound() {
    if (held[0] == 'i') {
      limits.checkId(heldSize - (held[3] == ' ' ? 4 : 3));
    } else if (held[0] == 'r' && heldSize > LONGEST_RETRY) {
      int value = held[Block.NAME_KNOWN] == ' ' ? Block.NAME_KNOWN + 1 : Block.NAME_KNOWN;
      long millis = Block.millis(held, value, heldSize);
      if (millis < 0) {
        way = Way.DROPPED;
        return;
      }
      byte[] digits = Long.toString(millis).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(digits, 0, held, value, digits.length);
      heldSize = value + digits.length;
    }
  }

  private void keep(byte[] bytes, int from, int to, boolean partIsAscii) {
    int size = Math.addExact(heldSize, to - from);
    if (held.length < size) {
      int doubled = Math.max(256, Integer.highestOneBit(size) << 1);
      held = Arrays.copyOf(held, doubled > 0 ? doubled : Integer.MAX_VALUE - 8);
    }
    System.arraycopy(bytes, from, held, heldSize, to - from);
    heldSize = size;
    ascii &= partIsAscii;
  }

  private void tellApart(byte[] bytes, int from, int to, boolean partIsAscii) {
    int value = Block.dataValue(bytes, from, to);
    if (value >= 0) {
      way = Way.DATA;
      data.beginLine();
      data.append(bytes, value, to, partIsAscii);
    } else if (Block.isKnown(bytes, from)) {
      keep(bytes, from, to, partIsAscii);
      bound();
    } else {
      way = Way.DROPPED;
    }
  }

  /** Its end has come. */
  void end() {
    if (way == Way.HELD) {
      block.line(held, 0, heldSize, ascii);
    }
    way = Way.HELD;
    heldSize = 0;
    ascii = true;
    length = 0;
    if (held.length > TextDecoder.SEGMENT) {
      held = NONE;
    }
  }
}
