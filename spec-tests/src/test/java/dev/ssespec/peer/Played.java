package dev.ssespec.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** What came of playing each of many peers, several at a time, in their order. */
final class Played<P, R> {
  private final Map<P, Future<R>> results = new LinkedHashMap<>();

  /** Begins to play all of them, {@code atATime} at a time. */
  Played(Collection<P> peers, int atATime, Function<P, R> play) {
    ExecutorService pool = Executors.newFixedThreadPool(atATime);
    for (P peer : peers) {
      results.put(peer, pool.submit(() -> play.apply(peer)));
    }
    pool.shutdown();
  }

  /** Waits for what came of it. */
  R of(P peer) {
    try {
      return Objects.requireNonNull(results.get(peer), () -> peer + " was not played").get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("playing " + peer, e);
    }
  }
}
