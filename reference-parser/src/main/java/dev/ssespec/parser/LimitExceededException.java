package dev.ssespec.parser;

/** A stream holds more than the {@link Limits} of its parser admit. The reading has ended. */
public final class LimitExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The bytes that were allowed. */
  private final long limit;

  /** The bytes that were there when the limit was noticed. */
  private final long actual;

  LimitExceededException(String what, long limit, long actual, String wayOut) {
    super(
        "The %s is too long: the limit is %d bytes and it has at least %d. Raise it with Limits.%s, or use Limits.none()."
            .formatted(what, limit, actual, wayOut));
    this.limit = limit;
    this.actual = actual;
  }

  /** The limit, in bytes. */
  public long limit() {
    return limit;
  }

  /**
   * What there was when the limit was noticed, in bytes. The whole may be longer: the parser does
   * not wait for the end of a line that is already too long.
   */
  public long actual() {
    return actual;
  }
}
