package dev.ssespec.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a target's output, in bounded memory. A line may be 64 MiB long, as the protocol says;
 * lines that are clearly no messages (they do not begin with a brace) may add up to 16 MiB.
 */
final class LineReader {
  private static final int MAX_LINE = 64 * 1024 * 1024;
  private static final int MAX_NOISE = 16 * 1024 * 1024;
  private static final int KEPT_NOISE = 400;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long noise;
  private boolean noisy;

  LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * One line.
   *
   * @param whole whether {@code text} is all of it; of noise only the beginning is kept
   */
  record Line(String text, boolean whole) {}

  /** The target writes more than anyone could read. */
  static final class FloodException extends IOException {
    private static final long serialVersionUID = 1;

    FloodException(String message) {
      super(message);
    }
  }

  /** The next line without its end; empty at the end of the output. */
  Optional<Line> next() throws IOException {
    var line = new ByteArrayOutputStream();
    long length = 0;
    while (true) {
      if (from == to && !fill()) {
        return length == 0 ? Optional.empty() : Optional.of(finish(line, length));
      }
      int end = endOfLine();
      int some = end - from;
      boolean isNoise = looksLikeNoise(line, some);
      int kept = isNoise ? Math.min(some, Math.max(0, KEPT_NOISE - line.size())) : some;
      line.write(buffer, from, kept);
      length += some;
      count(length, isNoise ? some : 0);
      from = end;
      if (from < to) {
        from++;
        return Optional.of(finish(line, length));
      }
    }
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  private int endOfLine() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean looksLikeNoise(ByteArrayOutputStream line, int some) {
    if (line.size() == 0) {
      noisy = some > 0 && buffer[from] != '{';
    }
    return noisy;
  }

  private void count(long length, int unreadable) throws FloodException {
    noise += unreadable;
    if (noise > MAX_NOISE) {
      throw new FloodException("it flooded its standard output with 16 MiB that are no messages");
    }
    if (length > MAX_LINE) {
      throw new FloodException("it wrote a line of more than 64 MiB");
    }
  }

  private static Line finish(ByteArrayOutputStream line, long length) {
    return new Line(line.toString(StandardCharsets.UTF_8), line.size() == length);
  }
}
