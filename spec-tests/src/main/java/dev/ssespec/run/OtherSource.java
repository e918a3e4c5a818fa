package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long the target takes at this moment for the plainest thing that there is: to open one more
 * source, and to report the one event that it is sent. Whatever keeps machine or target busy is in
 * that time, so it tells a source that is late from one that will never come. Safe for all threads.
 */
final class OtherSource {
  /** After so many in a row that got nothing, no other is opened. */
  private static final int VAIN = 3;

  private static final AtomicLong IDS = new AtomicLong();

  private final Set<String> capabilities;
  private final Duration most;
  private final AtomicInteger vain = new AtomicInteger();

  /**
   * @param most how long such a source is waited for
   */
  OtherSource(Set<String> capabilities, Duration most) {
    this.capabilities = capabilities;
    this.most = most;
  }

  /** Opens one; returns how long its event took, or nothing where it did not come. */
  Optional<Duration> timed(Adapter adapter, Origin origin) {
    if (vain.get() >= VAIN) {
      return Optional.empty();
    }
    long begun = System.nanoTime();
    boolean served = isServed(adapter, origin);
    vain.updateAndGet(before -> served ? 0 : before + 1);
    return served ? Optional.of(Duration.ofNanos(System.nanoTime() - begun)) : Optional.empty();
  }

  private boolean isServed(Adapter adapter, Origin origin) {
    String id = "o" + IDS.incrementAndGet();
    var served = new CompletableFuture<Boolean>();
    try (Stage stage = origin.stage(program())) {
      adapter.converse(id, heard -> heard(heard, stage, served));
      adapter.tell(open(id, stage));
      boolean came = cameWithinTime(served);
      adapter.tell(Json.message("close").put("id", id));
      return came;
    } finally {
      adapter.leave(id);
    }
  }

  private boolean cameWithinTime(CompletableFuture<Boolean> served) {
    try {
      return served.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Program program() {
    Program plain = Program.of(Script.eventStream().body("data: x\n\n").hold());
    return capabilities.contains("ready")
        ? HeldProgram.until(ClientSession.LISTENING, plain)
        : plain;
  }

  private static void heard(Heard heard, Stage stage, CompletableFuture<Boolean> served) {
    if (heard instanceof Heard.Gone) {
      served.complete(false);
    } else if (heard instanceof Heard.Said said) {
      switch (said.message().path("op").asText()) {
        case "ready" -> stage.release(ClientSession.LISTENING);
        case "event" -> served.complete(true);
        case "failed" -> served.complete(false);
        case "error" -> {
          if (said.message().path("state").asText().equals("closed")) {
            served.complete(false);
          }
        }
        default -> {}
      }
    }
  }

  private static ObjectNode open(String id, Stage stage) {
    ObjectNode message = Json.message("open").put("id", id).put("url", stage.url().toString());
    message.putArray("eventTypes").add("message");
    return message;
  }
}
