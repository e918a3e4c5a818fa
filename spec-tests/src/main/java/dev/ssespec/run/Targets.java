package dev.ssespec.run;

import dev.ssespec.target.Adapter;
import dev.ssespec.target.Link;

/**
 * The one running target of a run, started anew after it died. Safe for all threads.
 *
 * <p>A target that cannot be started several times in a row stays down: the cases that are left
 * cannot be judged.
 */
final class Targets implements AutoCloseable {
  private static final int TRIES = 3;

  private final Plug plug;
  private volatile Adapter current;
  private int failedStarts;

  /** Starts the first one. */
  Targets(Plug plug) {
    this.plug = plug;
    current = Adapter.start(plug.starter(), plug.role().word(), Adapter.HELLO);
  }

  /** The running target; a new one where the last died. */
  synchronized Adapter get() {
    if (!current.alive() && failedStarts < TRIES) {
      try {
        current = Adapter.start(plug.starter(), plug.role().word(), Adapter.HELLO);
        failedStarts = 0;
      } catch (Link.StartException e) {
        failedStarts++;
      }
    }
    return current;
  }

  /** Ends one that hangs, so that the next call of {@link #get()} starts another. */
  synchronized void replace(Adapter hanging) {
    if (hanging == current) {
      hanging.kill();
      try {
        current = Adapter.start(plug.starter(), plug.role().word(), Adapter.HELLO);
        failedStarts = 0;
      } catch (Link.StartException e) {
        failedStarts = TRIES;
      }
    }
  }

  /** Whether no target can be had any more. */
  synchronized boolean lost() {
    return failedStarts >= TRIES;
  }

  /** Ends the running target at once. */
  void kill() {
    current.kill();
  }

  @Override
  public synchronized void close() {
    current.close();
  }
}
