package dev.ssespec.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stream that somebody has recorded, or is piping in.
 *
 * @param name the path of a file, or {@code -} for standard input
 */
record ByteSource(String name) {
  private static final int READ_BYTES = 65_536;

  /** Takes a piece of an array. */
  interface Sink {
    void feed(byte[] bytes, int from, int length);
  }

  /** What to call it in a sentence. */
  String shownName() {
    return name.equals("-") ? "<stdin>" : name;
  }

  /**
   * Hands the bytes over as they come, up to the end.
   *
   * @return how many there were
   * @throws UsageException if they cannot be read
   */
  long copyTo(Sink sink) {
    if (name.equals("-")) {
      return copy(System.in, sink);
    }
    if (!Files.exists(Path.of(name)) || Files.isDirectory(Path.of(name))) {
      throw new UsageException("There is no file " + name + ".");
    }
    try (InputStream file = new FileInputStream(name)) {
      return copy(file, sink);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private long copy(InputStream in, Sink sink) {
    byte[] buffer = new byte[READ_BYTES];
    long total = 0;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sink.feed(buffer, 0, count);
        total += count;
      }
      return total;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UsageException unreadable(IOException e) {
    return new UsageException(shownName() + " cannot be read: " + e.getMessage());
  }
}
