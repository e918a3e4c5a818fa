package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Positive evidence for silence: a second source of the same target, whose stream ends again and
 * again, must have reconnected while the first one kept quiet. So a slow machine, or a target with
 * a long delay of its own, makes the watch longer, never wrong.
 */
final class SilenceWatch {
  private static final AtomicLong IDS = new AtomicLong();

  private final Adapter adapter;
  private final Origin origin;
  private final boolean sendsRetry;
  private final long retryMillis;
  private final Set<String> capabilities;
  private final Duration timeout;

  /**
   * @param sendsRetry whether the watched source learned a reconnection time from its stream; where
   *     it did not, the second source learns none either, and both wait as long as the target likes
   * @param retryMillis the reconnection time that the second source learns
   */
  SilenceWatch(
      Adapter adapter,
      Origin origin,
      boolean sendsRetry,
      long retryMillis,
      Set<String> capabilities,
      Duration timeout) {
    this.adapter = adapter;
    this.origin = origin;
    this.sendsRetry = sendsRetry;
    this.retryMillis = retryMillis;
    this.capabilities = capabilities;
    this.timeout = timeout;
  }

  /** Waits for the evidence, and writes down what it was. */
  void await(Transcript transcript) {
    int requests = sendsRetry || capabilities.contains("retry-option") ? 3 : 2;
    var seen = new CountDownLatch(requests);
    String id = "k" + IDS.incrementAndGet();
    try (Stage stage = origin.stage(control())) {
      stage.observe(
          record -> {
            if (record instanceof WireRecord.RequestSeen) {
              seen.countDown();
            }
          });
      adapter.converse(id, heard -> {});
      adapter.tell(open(id, stage));
      boolean evidence = seen.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
      transcript.add(
          Kind.NOTE,
          evidence
              ? "silence: meanwhile another source of the target made " + requests + " requests"
              : "silence: for " + timeout.toSeconds() + " s");
      adapter.tell(Json.message("close").put("id", id));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      adapter.leave(id);
    }
  }

  private Program control() {
    String time = sendsRetry ? "retry: " + retryMillis + "\n\n" : "";
    return new Program(
        Map.of("", Route.always(Script.eventStream().body(time + "data: x\n\n").end())));
  }

  private ObjectNode open(String id, Stage stage) {
    ObjectNode message = Json.message("open").put("id", id).put("url", stage.url().toString());
    message.putArray("eventTypes").add("message");
    if (capabilities.contains("retry-option")) {
      message.put("retryMs", ClientSession.RETRY_MILLIS);
    }
    return message;
  }
}
