package dev.ssespec.channel;

import java.nio.ByteBuffer;

/**
 * What a stream sends in one go: whole blocks, so that nothing can come between the lines of one.
 *
 * @param bytes the blocks; owned by the stream from now on
 * @param last whether the stream ends behind them
 */
public record Portion(ByteBuffer bytes, boolean last) {

  /** Some blocks, and more later. */
  public static Portion of(byte[] bytes) {
    return new Portion(ByteBuffer.wrap(bytes), false);
  }

  /** Some blocks, and then the end. */
  public static Portion last(byte[] bytes) {
    return new Portion(ByteBuffer.wrap(bytes), true);
  }
}
