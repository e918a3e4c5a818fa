package dev.ssespec.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How time passes between two connections. Tests inject one that keeps no one waiting.
 *
 * <p>Must be safe for use by many threads.
 */
@FunctionalInterface
public interface ReconnectionDelay {

  /**
   * Begins to wait, and answers at once.
   *
   * @param time how long; may be as good as for ever
   * @return complete once that much time has passed, and never earlier; it is cancelled when the
   *     source is closed
   */
  CompletableFuture<?> after(Duration time);
}
