package dev.ssespec.cli;

import dev.ssespec.parser.VisibleText;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

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
   * @throws UsageException if they cannot be read
   */
  StreamEnd copyTo(Sink sink) {
    if (name.equals("-")) {
      return copy(System.in, sink);
    }
    if (!Files.exists(path()) || Files.isDirectory(path())) {
      throw new UsageException(
          "There is no file "
              + name
              + (name.contains("://") ? ", and of addresses http and https alone are read." : "."));
    }
    try (InputStream file = new FileInputStream(name)) {
      return copy(file, sink);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The same for so long at most. A read that waits cannot be ended: it is left to a thread that
   * the process does not wait for, and what it still brings is handed to nobody.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  StreamEnd copyTo(Sink sink, Duration most) throws InterruptedException {
    var over = new AtomicBoolean();
    var end = new CompletableFuture<StreamEnd>();
    Sink whileThereIsTime =
        (bytes, from, length) -> {
          synchronized (over) {
            if (!over.get()) {
              sink.feed(bytes, from, length);
            }
          }
        };
    var thread = new Thread(() -> end.completeAsync(() -> copyTo(whileThereIsTime), Runnable::run));
    thread.setName("ssespec-input");
    thread.setDaemon(true);
    thread.start();
    try {
      return end.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      synchronized (over) {
        over.set(true);
      }
      return StreamEnd.open();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UsageException usage
          ? usage
          : new IllegalStateException(e.getCause());
    }
  }

  private StreamEnd copy(InputStream in, Sink sink) {
    byte[] buffer = new byte[READ_BYTES];
    try {
      int count = in.read(buffer);
      while (count >= 0 && !System.out.checkError()) {
        sink.feed(buffer, 0, count);
        count = in.read(buffer);
      }
      return count < 0 ? StreamEnd.reached() : StreamEnd.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Path path() {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException(
          "No file can have the name "
              + VisibleText.of(name)
              + " here: "
              + e.getReason()
              + ". A locale with UTF-8 may help: LC_ALL=C.UTF-8.");
    }
  }

  private UsageException unreadable(IOException e) {
    return new UsageException(shownName() + " cannot be read: " + e.getMessage());
  }
}
