package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A target in a process of its own: messages on its standard input and output. */
public final class ProcessLink implements Link {
  private static final int LOG_BYTES = 64 * 1024;
  private static final ObjectNode FAREWELL = Json.message("farewell");

  private final Process process;
  private final Ear ear;
  private final BlockingQueue<ObjectNode> outgoing = new LinkedBlockingQueue<>();
  private final Tail log = new Tail(LOG_BYTES);

  private ProcessLink(Process process, Ear ear) {
    this.process = process;
    this.ear = ear;
  }

  /** A starter of {@code command} in {@code directory}. */
  public static Starter of(List<String> command, Path directory) {
    return ear -> start(command, directory, ear);
  }

  private static ProcessLink start(List<String> command, Path directory, Ear ear) {
    try {
      var link =
          new ProcessLink(new ProcessBuilder(command).directory(directory.toFile()).start(), ear);
      link.daemon("tells", link::write);
      link.daemon("hears", link::read);
      link.daemon("log", link::drainLog);
      return link;
    } catch (IOException e) {
      throw new StartException(
          "Cannot start the target: " + String.join(" ", command) + ": " + e.getMessage());
    }
  }

  private void daemon(String what, Runnable body) {
    var thread = new Thread(body, "ssespec-target-" + process.pid() + "-" + what);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void tell(ObjectNode message) {
    outgoing.add(message);
  }

  private void write() {
    try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      while (true) {
        ObjectNode message = outgoing.take();
        if (message.equals(FAREWELL)) {
          return;
        }
        out.write(Json.line(message).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        if (outgoing.isEmpty()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      // The target closed its input; that it is gone is heard on its output.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    var lines = new LineReader(process.getInputStream());
    String trouble = "";
    try {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        hear(line.get());
      }
    } catch (LineReader.FloodException e) {
      trouble = e.getMessage() + "; ";
      kill();
    } catch (IOException e) {
      trouble = "its output broke (" + e.getMessage() + "); ";
    }
    ear.gone(trouble + ending());
  }

  private void hear(LineReader.Line line) {
    Optional<ObjectNode> message = line.whole() ? Json.parse(line.text()) : Optional.empty();
    message.ifPresentOrElse(ear::said, () -> ear.noise(shorten(line.text())));
  }

  private static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private String ending() {
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        return "the process exited with code " + process.exitValue();
      }
      return "the process closed its standard output and lives on";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the wait for its end was interrupted";
    }
  }

  private void drainLog() {
    try (InputStream err = process.getErrorStream()) {
      byte[] buffer = new byte[8192];
      for (int n = err.read(buffer); n >= 0; n = err.read(buffer)) {
        log.add(buffer, n);
      }
    } catch (IOException e) {
      // The log ends with the process.
    }
  }

  @Override
  public String log() {
    return log.text();
  }

  @Override
  public Optional<Duration> worked() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration())
        .flatMap(Optional::stream)
        .reduce(Duration::plus);
  }

  @Override
  public boolean dismiss() {
    outgoing.add(FAREWELL);
    try {
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return false;
  }

  @Override
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
