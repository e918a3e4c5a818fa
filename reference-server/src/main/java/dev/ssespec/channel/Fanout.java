package dev.ssespec.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wakes streams on threads of its own, so that whoever publishes waits for none of them. What is
 * published while a round is under way is seen to by one more round, not by one for each event:
 * under load streams send many events at a time.
 */
final class Fanout {
  private final Shard[] shards;

  Fanout(Executor executor, int shards) {
    this.shards = new Shard[shards];
    for (int i = 0; i < shards; i++) {
      this.shards[i] = new Shard(executor);
    }
  }

  void add(Runnable wake) {
    shard(wake).streams.add(wake);
  }

  void remove(Runnable wake) {
    shard(wake).streams.remove(wake);
  }

  int size() {
    int size = 0;
    for (Shard shard : shards) {
      size += shard.streams.size();
    }
    return size;
  }

  /** Has every stream look for something to send, soon. */
  void wakeAll() {
    for (Shard shard : shards) {
      shard.wake();
    }
  }

  private Shard shard(Runnable wake) {
    int hash = System.identityHashCode(wake);
    return shards[Math.floorMod(hash ^ (hash >>> 16), shards.length)];
  }

  /** A part of the streams; at most one thread at a time goes round it. */
  private static final class Shard {
    private final Executor executor;
    private final Set<Runnable> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    Shard(Executor executor) {
      this.executor = executor;
    }

    void wake() {
      if (asked.getAndIncrement() == 0) {
        executor.execute(this::round);
      }
    }

    private void round() {
      int answered = asked.get();
      do {
        streams.forEach(Runnable::run);
        answered = asked.addAndGet(-answered);
      } while (answered > 0);
    }
  }
}
