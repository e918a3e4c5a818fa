package dev.ssespec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test that leaves a thread or an internet socket behind.
 *
 * <p>Sockets are seen only where the system has {@code /proc}.
 */
public final class NothingLeftOver implements BeforeEachCallback, AfterEachCallback {
  private static final Namespace SPACE = Namespace.create(NothingLeftOver.class);
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(SPACE).put("threads", threads());
    context.getStore(SPACE).put("sockets", sockets());
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    Set<?> threadsBefore = context.getStore(SPACE).get("threads", Set.class);
    Set<?> socketsBefore = context.getStore(SPACE).get("sockets", Set.class);
    long deadline = System.nanoTime() + PATIENCE;
    for (Thread thread : threads()) {
      if (!threadsBefore.contains(thread)) {
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    }
    Set<Thread> threads = new HashSet<>(threads());
    threads.removeAll(threadsBefore);
    assertThat(threads).as("threads left over").isEmpty();
    Set<String> sockets = newSockets(socketsBefore);
    while (!sockets.isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      sockets = newSockets(socketsBefore);
    }
    assertThat(sockets).as("sockets left over").isEmpty();
  }

  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    // The virtual machine's own, which come when they are first needed.
    threads.removeIf(t -> t.getThreadGroup() == null || isOfTheSystem(t));
    return threads;
  }

  private static boolean isOfTheSystem(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null && group.getName().matches("system|InnocuousThreadGroup");
  }

  private static Set<String> newSockets(Set<?> before) {
    Set<String> sockets = new HashSet<>(sockets());
    sockets.removeAll(before);
    return sockets;
  }

  /** The lines of the system's socket tables whose inode is open in this process. */
  private static Set<String> sockets() {
    Set<String> ours = new HashSet<>();
    try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
      for (Path link : (Iterable<Path>) links::iterator) {
        ours.add(target(link));
      }
    } catch (IOException e) {
      return Set.of();
    }
    Set<String> open = new HashSet<>();
    for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
      for (String line : lines(Path.of(table))) {
        String[] columns = line.trim().split("\\s+", -1);
        if (columns.length > 9 && ours.contains("socket:[" + columns[9] + "]")) {
          open.add(columns[1] + " to " + columns[2] + " inode " + columns[9]);
        }
      }
    }
    return open;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Closed since it was listed.
      return "";
    }
  }
}
