package dev.ssespec.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The records of a stage, and those who watch them. Adding and delivering are two steps, so that a
 * caller can add under its own lock and deliver without it.
 */
final class Recording {
  private static final Logger LOG = System.getLogger(Recording.class.getName());

  private final List<WireRecord> records = new ArrayList<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();

  /** Adds a record, made from the time at which it takes its place in the order. */
  synchronized void add(LongFunction<WireRecord> made) {
    records.add(made.apply(System.nanoTime()));
  }

  synchronized List<WireRecord> all() {
    return List.copyOf(records);
  }

  private synchronized @Nullable WireRecord get(int index) {
    return index < records.size() ? records.get(index) : null;
  }

  void watch(Consumer<WireRecord> consumer) {
    watchers.add(new Watcher(consumer));
    deliver();
  }

  /**
   * Shows each watcher what it has not seen. Where another thread is at it, or this one further up
   * its stack, that one goes on for us: so watchers see the records in order and one at a time.
   */
  void deliver() {
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int served;
    do {
      served = calls.get();
      watchers.forEach(Watcher::catchUp);
    } while (calls.addAndGet(-served) != 0);
  }

  private final class Watcher {
    private final Consumer<WireRecord> consumer;
    private int seen;

    Watcher(Consumer<WireRecord> consumer) {
      this.consumer = consumer;
    }

    void catchUp() {
      for (WireRecord next = get(seen); next != null; next = get(seen)) {
        seen++;
        try {
          consumer.accept(next);
        } catch (RuntimeException e) {
          // One watcher's fault must not keep records from the others, nor stop the wire.
          LOG.log(Level.WARNING, "an observer failed on " + next, e);
        }
      }
    }
  }
}
