package dev.ssespec.run;

import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireExchange;
import dev.ssespec.client.WireReading;
import dev.ssespec.target.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Pulls a trigger once, and says as a clause what went wrong; empty where nothing did. */
final class TriggerPull {
  private static final int LAST_WORDS = 300;

  private TriggerPull() {}

  static String pull(EndpointTrigger trigger, Duration timeout) throws InterruptedException {
    if (trigger instanceof EndpointTrigger.Command command) {
      return run(command.line(), timeout);
    }
    return ask((EndpointTrigger.Asking) trigger, timeout);
  }

  private static String run(String line, Duration timeout) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", line)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      var words = new Tail(LAST_WORDS);
      var reader = new Thread(() -> drain(process, words), "ssespec-trigger-log");
      reader.setDaemon(true);
      reader.start();
      try {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          return "it did not end in " + timeout.toSeconds() + " s";
        }
        reader.join(timeout.toMillis());
        return process.exitValue() == 0
            ? ""
            : ("it exited with " + process.exitValue() + ": " + words.text().strip())
                .replaceAll(": $", "");
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return "it cannot be started: " + e.getMessage();
    }
  }

  private static void drain(Process process, Tail words) {
    try (InputStream out = process.getInputStream()) {
      byte[] buffer = new byte[4096];
      for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
        words.add(buffer, n);
      }
    } catch (IOException e) {
      // What it says ends with it.
    }
  }

  private static String ask(EndpointTrigger.Asking asking, Duration timeout)
      throws InterruptedException {
    WireExchange exchange =
        new WireClient().exchange(asking.uri(), request(asking.method(), asking.uri()), timeout);
    Optional<WireReading.Head> head = exchange.head();
    if (head.isPresent()) {
      return head.get().status() < 400 ? "" : "the answer was a " + head.get().status();
    }
    return exchange.end() instanceof WireReading.NoConnection none
        ? "there was no connection: " + none.message()
        : "there was no answer in " + timeout.toSeconds() + " s";
  }

  private static byte[] request(String method, URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String length = method.matches("GET|HEAD|DELETE") ? "" : "Content-Length: 0\r\n";
    return (method
            + " "
            + path
            + query
            + " HTTP/1.1\r\nHost: "
            + uri.getHost()
            + port
            + "\r\nUser-Agent: ssespec\r\nConnection: close\r\n"
            + length
            + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
