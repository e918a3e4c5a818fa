package dev.ssespec.contract;

import dev.ssespec.target.Link;
import dev.ssespec.target.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A test service that the kit has started; what it prints is its log. Safe for all threads. */
final class ServiceProcess {
  private static final int LOG_BYTES = 64 * 1024;
  private static final int LEAVING_SECONDS = 2;
  private static final int LAST_WORDS_MILLIS = 1000;

  private final Process process;
  private final Tail log = new Tail(LOG_BYTES);
  private final Thread reader;

  private ServiceProcess(Process process) {
    this.process = process;
    reader = new Thread(this::drain, "ssespec-service-log-" + process.pid());
    reader.setDaemon(true);
  }

  static ServiceProcess start(List<String> command, Path folder) {
    try {
      var started =
          new ServiceProcess(
              new ProcessBuilder(command)
                  .directory(folder.toAbsolutePath().toFile())
                  .redirectErrorStream(true)
                  .start());
      started.process.getOutputStream().close();
      started.reader.start();
      return started;
    } catch (IOException e) {
      throw new Link.StartException(
          "Cannot start the service: " + String.join(" ", command) + ": " + e.getMessage());
    }
  }

  private void drain() {
    try (InputStream out = process.getInputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
        log.add(buffer, n);
      }
    } catch (IOException e) {
      // The log ends with the process.
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Tells how it ended, once it has. */
  void whenOver(Consumer<String> ear) {
    var watcher =
        new Thread(
            () -> {
              try {
                ear.accept("the service exited with code " + process.waitFor());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ssespec-service-watch-" + process.pid());
    watcher.setDaemon(true);
    watcher.start();
  }

  /** What it printed last; of one that is gone all that it still had to say, within a second. */
  String log() {
    try {
      if (!alive()) {
        reader.join(LAST_WORDS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return log.text();
  }

  /** Waits up to 2 s for its own end; returns whether it came. */
  boolean left() {
    try {
      return process.waitFor(LEAVING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it with all that it has started, and waits up to 2 s, so that its port is free again. */
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    left();
    children.forEach(ServiceProcess::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle child) {
    try {
      child.onExit().get(LEAVING_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      // Its port may stay taken; whoever needs the port will say so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
