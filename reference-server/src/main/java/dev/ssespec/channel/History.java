package dev.ssespec.channel;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The blocks that a channel keeps, each at its position. For use under the channel's lock. */
final class History {
  private static final byte[] NOTHING = new byte[0];

  private final ChannelLimits limits;
  private final byte[][] ring;
  private long first;
  private long next;
  private long bytes;

  /** What was read last: when all streams are up to date, all of them read the same. */
  private long sharedFrom = -1;

  private long sharedTo = -1;
  private byte[] shared = NOTHING;

  History(ChannelLimits limits, long first) {
    this.limits = limits;
    this.ring = new byte[limits.events()][];
    this.first = first;
    this.next = first;
    Arrays.fill(ring, NOTHING);
  }

  /** The position of the oldest block that is kept. */
  long first() {
    return first;
  }

  /** The position that the next block will have. */
  long next() {
    return next;
  }

  void add(byte[] block) {
    if (next - first == limits.events()) {
      forgetOldest();
    }
    ring[slot(next)] = block;
    next++;
    bytes += block.length;
    while (bytes > limits.bytes() && next - first > 1) {
      forgetOldest();
    }
  }

  /** Forgets everything: the next block will be the one at that position. */
  void skipTo(long position) {
    while (first < next) {
      forgetOldest();
    }
    first = position;
    next = position;
  }

  /** Where a reader that begins at this position stops, to read at most so many bytes at a time. */
  long end(long from, int mostBytes) {
    long to = from + 1;
    int size = ring[slot(from)].length;
    while (to < next && size + ring[slot(to)].length <= mostBytes) {
      size += ring[slot(to)].length;
      to++;
    }
    return to;
  }

  /** The blocks between two positions that are kept, for reading only. */
  ByteBuffer read(long from, long to) {
    if (to - from == 1) {
      return ByteBuffer.wrap(ring[slot(from)]);
    }
    if (from != sharedFrom || to != sharedTo) {
      shared = joined(from, to);
      sharedFrom = from;
      sharedTo = to;
    }
    return ByteBuffer.wrap(shared);
  }

  private byte[] joined(long from, long to) {
    int size = 0;
    for (long position = from; position < to; position++) {
      size += ring[slot(position)].length;
    }
    ByteBuffer joined = ByteBuffer.allocate(size);
    for (long position = from; position < to; position++) {
      joined.put(ring[slot(position)]);
    }
    return joined.array();
  }

  private int slot(long position) {
    return (int) Math.floorMod(position, (long) ring.length);
  }

  private void forgetOldest() {
    bytes -= ring[slot(first)].length;
    ring[slot(first)] = NOTHING;
    first++;
  }
}
