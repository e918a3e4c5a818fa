package dev.ssespec.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams of one server. */
final class OpenStreams {
  private final ServerOptions options;
  private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean ending;

  OpenStreams(ServerOptions options) {
    this.options = options;
  }

  /** Whether one more may be opened. */
  boolean hasRoom() {
    return count.get() < options.mostStreams() && !ending;
  }

  int count() {
    return count.get();
  }

  void add(OpenStream stream) {
    streams.add(stream);
    count.incrementAndGet();
    if (ending) {
      stream.end();
    }
  }

  void remove(OpenStream stream) {
    if (streams.remove(stream) && count.decrementAndGet() == 0) {
      synchronized (count) {
        count.notifyAll();
      }
    }
  }

  /** A heartbeat for each, and the end of those that do not read. */
  void beat() {
    long now = System.nanoTime();
    long patience = options.patience().toNanos();
    for (OpenStream stream : streams) {
      stream.requireReader(now, patience);
      stream.heartbeat();
    }
  }

  /** Ends all of them in order, and those that are still to come. */
  void end() {
    ending = true;
    streams.forEach(OpenStream::end);
  }

  /** Waits until none is open, at most so long. */
  void awaitNone(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    synchronized (count) {
      long left = millis;
      while (count.get() > 0 && left > 0) {
        count.wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    }
  }
}
