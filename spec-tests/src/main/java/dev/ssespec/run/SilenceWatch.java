package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.Step;
import dev.ssespec.server.WireRecord;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Positive evidence for silence: a second source of the same target, whose stream ends again and
 * again, must have reconnected while the first one kept quiet. So a slow machine, or a target with
 * a long delay of its own, makes the watch longer, never wrong.
 */
final class SilenceWatch {
  private static final AtomicLong IDS = new AtomicLong();
  private static final Pattern RETRY = Pattern.compile("retry: ?(\\d{1,3})[\\r\\n]");

  private final Adapter adapter;
  private final Origin origin;
  private final Program subject;
  private final Set<String> capabilities;
  private final Duration timeout;

  SilenceWatch(
      Adapter adapter, Origin origin, Program subject, Set<String> capabilities, Duration timeout) {
    this.adapter = adapter;
    this.origin = origin;
    this.subject = subject;
    this.capabilities = capabilities;
    this.timeout = timeout;
  }

  /** Waits for the evidence, and writes down what it was. */
  void await(Transcript transcript) {
    boolean reconnects = capabilities.contains("reconnect");
    OptionalInt retry = retryOf(subject);
    boolean quick = retry.isPresent() || capabilities.contains("retry-option");
    int requests = reconnects ? (quick ? 3 : 2) : 1;
    var seen = new CountDownLatch(requests);
    String id = "k" + IDS.incrementAndGet();
    try (Stage stage = origin.stage(control(retry))) {
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

  private static Program control(OptionalInt retry) {
    String time = retry.isPresent() ? "retry: " + retry.getAsInt() + "\n\n" : "";
    return new Program(
        Map.of("", Route.always(Script.eventStream().body(time + "data: x\n\n").end())));
  }

  /** The shortest reconnection time that the case itself has sent; empty where it sent none. */
  private static OptionalInt retryOf(Program program) {
    return program.routes().values().stream()
        .flatMap(route -> route.scripts().stream())
        .flatMap(script -> script.steps().stream())
        .filter(Step.Write.class::isInstance)
        .map(step -> new String(((Step.Write) step).bytes(), StandardCharsets.UTF_8))
        .flatMap(text -> RETRY.matcher(text).results())
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .filter(millis -> millis > 0)
        .min();
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
