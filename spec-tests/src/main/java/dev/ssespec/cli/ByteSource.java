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
   * Hands the bytes over as they come, up to the end, or until nobody takes what is printed.
   *
   * @return whether the end was reached
   * @throws UsageException if they cannot be read
   */
  boolean copyTo(Sink sink) {
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

  private boolean copy(InputStream in, Sink sink) {
    byte[] buffer = new byte[READ_BYTES];
    try {
      int count = in.read(buffer);
      while (count >= 0 && !System.out.checkError()) {
        sink.feed(buffer, 0, count);
        count = in.read(buffer);
      }
      return count < 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private UsageException unreadable(IOException e) {
    return new UsageException(shownName() + " cannot be read: " + e.getMessage());
  }
}
