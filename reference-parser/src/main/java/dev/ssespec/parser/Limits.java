package dev.ssespec.parser;

/**
 * How much a parser accepts before it gives up with a {@link LimitExceededException}.
 *
 * <p>The standard knows no limit, so {@link #none()} is the conforming reading. Streams from
 * strangers deserve some, as a line or an event that never ends is held in memory.
 *
 * <pre>{@code
 * Limits limits = Limits.none().withMaxLineBytes(1 << 20).withMaxEventBytes(8 << 20);
 * }</pre>
 *
 * @param maxLineBytes the longest line, in bytes without its line end
 * @param maxEventBytes the largest data buffer, in bytes of UTF-8, the line feeds between its lines
 *     included
 * @param maxIdBytes the longest value of an {@code id} field, in bytes
 */
public record Limits(long maxLineBytes, long maxEventBytes, long maxIdBytes) {

  private static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Checks that no limit is negative.
   *
   * @throws IllegalArgumentException where one is
   */
  public Limits {
    if (maxLineBytes < 0 || maxEventBytes < 0 || maxIdBytes < 0) {
      throw new IllegalArgumentException(
          "A limit is zero bytes or more, but got line %d, event %d, id %d"
              .formatted(maxLineBytes, maxEventBytes, maxIdBytes));
    }
  }

  /** No limit at all: the reading that the standard asks for. */
  public static Limits none() {
    return NONE;
  }

  /** These limits with another longest line, in bytes. */
  public Limits withMaxLineBytes(long bytes) {
    return new Limits(bytes, maxEventBytes, maxIdBytes);
  }

  /** These limits with another largest data buffer, in bytes. */
  public Limits withMaxEventBytes(long bytes) {
    return new Limits(maxLineBytes, bytes, maxIdBytes);
  }

  /** These limits with another longest id, in bytes. */
  public Limits withMaxIdBytes(long bytes) {
    return new Limits(maxLineBytes, maxEventBytes, bytes);
  }

  void checkLine(long bytes) {
    if (bytes > maxLineBytes) {
      throw new LimitExceededException("line", maxLineBytes, bytes, "withMaxLineBytes");
    }
  }

  void checkEvent(long bytes) {
    if (bytes > maxEventBytes) {
      throw new LimitExceededException("event", maxEventBytes, bytes, "withMaxEventBytes");
    }
  }

  void checkId(long bytes) {
    if (bytes > maxIdBytes) {
      throw new LimitExceededException("id", maxIdBytes, bytes, "withMaxIdBytes");
    }
  }
}
