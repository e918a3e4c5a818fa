package dev.ssespec.channel;

/**
 * How much a channel keeps: for those who come back, and for those who read slowly. A stream that
 * is further behind than this is dropped.
 *
 * @param events how many events at most
 * @param bytes how many bytes at most; the newest event is kept, however large it is
 */
public record ChannelLimits(int events, long bytes) {

  /** 10,000 events, 4 MiB. */
  public static final ChannelLimits DEFAULT = new ChannelLimits(10_000, 4L << 20);

  /** Refuses a channel that could not keep one event. */
  public ChannelLimits {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "A channel keeps at least one event and one byte, but " + events + " and " + bytes);
    }
  }
}
