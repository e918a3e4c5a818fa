package dev.ssespec.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps no one waiting, and remembers how long it was asked to. */
final class Delays implements ReconnectionDelay {
  private final List<Duration> asked = new CopyOnWriteArrayList<>();

  @Override
  public CompletableFuture<?> after(Duration time) {
    asked.add(time);
    return CompletableFuture.completedFuture(null);
  }

  List<Duration> asked() {
    return List.copyOf(asked);
  }
}
