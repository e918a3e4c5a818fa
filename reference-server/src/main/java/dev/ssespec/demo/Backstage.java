package dev.ssespec.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that all demos share: one that keeps time, and as many as there are processors to
 * serve streams. Close it behind the server, whose streams use it to the last.
 *
 * <p>Safe for use by many threads.
 */
public final class Backstage implements AutoCloseable {
  private final Duration beat;
  private final ScheduledThreadPoolExecutor timer;
  private final ExecutorService fanout;

  /**
   * Starts the threads.
   *
   * @param beat how often the demos do something by themselves
   */
  public Backstage(Duration beat) {
    this.beat = beat;
    timer = new ScheduledThreadPoolExecutor(1, named("ssespec-demo-timer"));
    timer.setRemoveOnCancelPolicy(true);
    fanout =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), named("ssespec-fanout"));
  }

  private static ThreadFactory named(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** How often the demos do something by themselves. */
  Duration beat() {
    return beat;
  }

  /** What serves the streams of channels. */
  Executor fanout() {
    return fanout;
  }

  /** Runs something at each beat; it must not block. */
  Future<?> atEachBeat(Runnable task) {
    return every(beat, task);
  }

  /** Runs something again and again, the first time after that time; it must not block. */
  Future<?> every(Duration time, Runnable task) {
    long nanos = time.toNanos();
    return timer.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    fanout.shutdown();
    try {
      for (ExecutorService each : List.of(timer, fanout)) {
        each.awaitTermination(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
