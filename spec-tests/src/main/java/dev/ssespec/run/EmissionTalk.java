package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.List;

/**
 * Some values on one connection of their own.
 *
 * <ol>
 *   <li>A stream is opened, and plain events are sent until one of them arrives: from then on the
 *       connection gets what is sent.
 *   <li>The values are sent, and behind them two plain events.
 *   <li>When the first of those two is dispatched, or a part of the second has come, the values
 *       have had their chance. No clock is asked.
 * </ol>
 */
final class EmissionTalk {
  /** The beginning of the note that says which orders are the values, and what stands around. */
  static final String NOTE = "values ";

  private static final long MOST_BETWEEN_PROBES = 200;

  private final ToldServer server;
  private final Transcript transcript;
  private final Duration timeout;
  private boolean clean;

  EmissionTalk(ToldServer server, Transcript transcript, Duration timeout) {
    this.server = server;
    this.transcript = transcript;
    this.timeout = timeout;
  }

  /** Sends the values; everything that passes is in the transcript afterwards. */
  void play(List<ObjectNode> values, long limit) {
    var uri = server.uri();
    if (uri.isEmpty()) {
      transcript.add(Kind.DEADLINE, server.problem());
      return;
    }
    try (var wire = new ToldWire(uri.get(), transcript)) {
      ToldReader reader =
          wire.open(Visit.WATCH, "", request -> request, limit, true, reading -> {});
      String probe = Marks.next();
      if (subscribed(server, reader, probe, timeout)) {
        send(reader, probe, values);
      } else if (!reader.hasEnded()) {
        transcript.add(
            Kind.DEADLINE, "waited " + timeout.toSeconds() + " s for a plain event to arrive");
      }
    }
  }

  /** Sends plain events until one of them arrives; each is waited for a little longer. */
  static boolean subscribed(ToldServer server, ToldReader reader, String probe, Duration timeout) {
    reader.watchFor(probe);
    long deadline = System.nanoTime() + timeout.toNanos();
    reader.await(r -> r.head().isPresent(), Duration.ofMillis(20));
    for (long millis = 5; System.nanoTime() < deadline && !reader.hasEnded(); millis *= 2) {
      server.send(EmissionJson.data(probe));
      Duration some = Duration.ofMillis(Math.min(millis, MOST_BETWEEN_PROBES));
      if (reader.await(r -> r.found(probe), some)) {
        return true;
      }
    }
    return false;
  }

  private void send(ToldReader reader, String probe, List<ObjectNode> values) {
    String sentinel = Marks.next();
    String last = Marks.next();
    reader.watchFor(last);
    ObjectNode note = Json.object().put("probe", probe).put("sentinel", sentinel);
    var orders = note.putArray("orders");
    values.forEach(value -> orders.add(server.send(value)));
    transcript.add(Kind.NOTE, NOTE + note);
    server.send(EmissionJson.data(sentinel));
    int end = server.send(EmissionJson.data(last));
    boolean arrived =
        reader.await(r -> r.dispatched(sentinel) || r.found(last), timeout) || reader.hasEnded();
    boolean answered = server.await(s -> s.answered(end), timeout);
    if (!arrived) {
      transcript.add(
          Kind.DEADLINE, "waited " + timeout.toSeconds() + " s for what was sent to arrive");
    } else if (!answered && server.problem().isEmpty()) {
      transcript.add(Kind.DEADLINE, "waited " + timeout.toSeconds() + " s for answers to send");
    }
    clean = arrived && answered && !reader.hasEnded();
  }

  /** Whether the server is as good as new. */
  boolean clean() {
    return clean;
  }
}
