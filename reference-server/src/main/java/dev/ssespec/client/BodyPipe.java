package dev.ssespec.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way from Jetty's threads to its reader's. What came before a failure is read before
 * it, and whoever is ahead by a mebibyte waits for the reader. Safe for one writer, one reader, and
 * any thread that closes it.
 */
final class BodyPipe extends InputStream {
  private static final int ROOM = 1 << 20;

  private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean over;
  private @Nullable Throwable failure;

  /** Takes a copy of what remains in {@code content}; waits while there is no room for more. */
  synchronized void put(ByteBuffer content) {
    if (waited(() -> bytes < ROOM || over) && !over && content.hasRemaining()) {
      bytes += content.remaining();
      waiting.add(ByteBuffer.allocate(content.remaining()).put(content).flip());
      notifyAll();
    }
  }

  /** Nothing comes any more; with why, where that is not the end of the body. */
  synchronized void end(@Nullable Throwable reason) {
    if (!over) {
      over = true;
      failure = reason;
      notifyAll();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Waits for a first byte, and takes what else is there. */
  @Override
  public synchronized int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!waited(() -> !waiting.isEmpty() || over)) {
      throw new IOException("interrupted");
    }
    ByteBuffer first = waiting.peek();
    if (first == null) {
      if (failure != null) {
        throw new IOException(String.valueOf(failure.getMessage()), failure);
      }
      return -1;
    }
    int count = Math.min(length, first.remaining());
    first.get(to, offset, count);
    if (!first.hasRemaining()) {
      waiting.remove();
    }
    bytes -= count;
    notifyAll();
    return count;
  }

  @Override
  public synchronized int available() {
    return bytes;
  }

  /** What has not been read is dropped, and what still comes, too. */
  @Override
  public synchronized void close() {
    end(new IOException("closed"));
    waiting.clear();
    bytes = 0;
  }

  private synchronized boolean waited(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
