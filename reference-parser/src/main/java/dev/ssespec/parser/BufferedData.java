package dev.ssespec.parser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the data buffer holds at one moment. It shares its text with the moments before it and
 * behind it, so that a step for each line of an event takes no more memory than the event.
 * Immutable; safe on any thread.
 *
 * <pre>{@code
 * BufferedData one = BufferedData.empty().plus("a\n");
 * BufferedData two = one.plus("b\n"); // one is still "a\n"
 * }</pre>
 */
public final class BufferedData implements CharSequence {

  private static final BufferedData EMPTY = new BufferedData(new StringBuilder(0), 0);

  /** Only ever grows: what stands before {@link #length} is there to stay. */
  private final StringBuilder shared;

  private final int length;

  private BufferedData(StringBuilder shared, int length) {
    this.shared = shared;
    this.length = length;
  }

  /** An empty data buffer. */
  public static BufferedData empty() {
    return EMPTY;
  }

  /** A data buffer that holds a text. */
  public static BufferedData of(String text) {
    return EMPTY.plus(text);
  }

  /** This data buffer with a text appended; this one stays as it is. */
  public BufferedData plus(String text) {
    if (length == 0) {
      return text.isEmpty() ? EMPTY : new BufferedData(new StringBuilder(text), text.length());
    }
    synchronized (shared) {
      StringBuilder longer =
          shared.length() == length ? shared : new StringBuilder().append(shared, 0, length);
      longer.append(text);
      return new BufferedData(longer, longer.length());
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    Objects.checkIndex(index, length);
    synchronized (shared) {
      return shared.charAt(index);
    }
  }

  /** A part of the text; takes as long as that part. */
  @Override
  public String subSequence(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    synchronized (shared) {
      return shared.substring(start, end);
    }
  }

  /** The text as a whole, as a copy. */
  @Override
  public String toString() {
    return subSequence(0, length);
  }

  /** Whether the text is the same; quick where one moment is compared with another. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BufferedData data
        && length == data.length
        && (shared == data.shared || toString().equals(data.toString()));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
