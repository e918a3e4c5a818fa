package dev.ssespec.parser;

import java.util.Arrays;

/**
 * The line that the fed bytes have begun and not ended.
 *
 * <p>It is held back until its end comes. A line that grows long is told apart before that: a value
 * of {@code data} goes straight on to the data buffer, which is discarded anyway where no blank
 * line follows, and an unknown field is dropped. So a line without end needs no more memory than
 * the event that it is to become.
 */
final class UnfinishedLine {

  private enum Way {
    HELD,
    DATA,
    DROPPED
  }

  private static final byte[] NONE = {};

  /** From this size on a line is told apart. Far more than the longest field name. */
  private static final int LONG = 1 << 13;

  private final Block block;
  private byte[] held = NONE;
  private int heldSize;
  private boolean ascii = true;
  private long length;
  private Way way = Way.HELD;

  UnfinishedLine(Block block) {
    this.block = block;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Bytes so far. */
  long length() {
    return length;
  }

  void add(byte[] bytes, int from, int to, boolean partIsAscii) {
    length += to - from;
    switch (way) {
      case HELD -> hold(bytes, from, to, partIsAscii);
      case DATA -> block.data().append(bytes, from, to, partIsAscii);
      case DROPPED -> {}
    }
  }

  private void hold(byte[] bytes, int from, int to, boolean partIsAscii) {
    int size = Math.addExact(heldSize, to - from);
    if (held.length < size) {
      int doubled = Math.max(256, Integer.highestOneBit(size) << 1);
      held = Arrays.copyOf(held, doubled > 0 ? doubled : Integer.MAX_VALUE - 8);
    }
    System.arraycopy(bytes, from, held, heldSize, to - from);
    boolean becameLong = heldSize <= LONG && size > LONG;
    heldSize = size;
    ascii &= partIsAscii;
    if (becameLong) {
      tellApart();
    }
  }

  private void tellApart() {
    int value = Block.valueOfData(held);
    if (value > 0) {
      way = Way.DATA;
      block.data().beginLine();
      block.data().append(held, value, heldSize, ascii);
      release();
    } else if (!Block.isKnown(held)) {
      way = Way.DROPPED;
      release();
    }
  }

  /** Its end has come. */
  void end() {
    if (way == Way.HELD) {
      block.line(held, 0, heldSize, ascii);
      block.data().settle();
    }
    release();
    way = Way.HELD;
    length = 0;
  }

  private void release() {
    heldSize = 0;
    ascii = true;
    if (held.length > TextDecoder.SEGMENT) {
      held = NONE;
    }
  }
}
