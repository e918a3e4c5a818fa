package dev.ssespec.run;

import dev.ssespec.cases.Visit;
import dev.ssespec.client.WireReading;
import dev.ssespec.judge.ConductJudge;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** One of ten that does not read, while much is sent. */
final class StalledReader {
  private static final int READERS = 9;
  private static final int EVENTS = 800;
  private static final int LINE = 65_536;
  private static final int UNANSWERED = 32;
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final Duration STILL = Duration.ofSeconds(3);
  private static final Duration A_WHILE = Duration.ofMillis(100);

  private StalledReader() {}

  static void play(ConductStage stage) {
    var stalls = new AtomicBoolean();
    var reads = new CountDownLatch(1);
    ToldReader stalled =
        stage
            .wire()
            .open(
                Visit.WATCH,
                "stalled",
                r -> r,
                Long.MAX_VALUE,
                false,
                reading -> stall(reading, stalls, reads));
    stage.subscribe(stalled);
    List<ToldReader> readers = new ArrayList<>();
    for (int i = 1; i <= READERS; i++) {
      ToldReader reader =
          stage.wire().open(Visit.WATCH, "reader " + i, r -> r, Long.MAX_VALUE, false, r -> {});
      stage.subscribe(reader);
      readers.add(reader);
    }
    stalls.set(true);
    try {
      flood(stage, readers);
    } finally {
      reads.countDown();
    }
  }

  private static void stall(WireReading reading, AtomicBoolean stalls, CountDownLatch reads) {
    if (stalls.get() && reading instanceof WireReading.Body) {
      try {
        reads.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void flood(ConductStage stage, List<ToldReader> readers) {
    ToldServer server = stage.server();
    server.goQuiet();
    long begun = System.nanoTime();
    String line = "z".repeat(LINE);
    String last = Marks.next();
    readers.forEach(reader -> reader.watchFor(last));
    int sent = 0;
    boolean moves = true;
    while (sent < EVENTS && moves) {
      sent++;
      int order = server.send(EmissionJson.data(line));
      moves = moves(readers, begun, () -> roomBehind(server, order));
    }
    server.send(EmissionJson.data(last));
    int whole = 0;
    for (ToldReader reader : readers) {
      moves = moves && moves(readers, begun, () -> reader.await(r -> r.found(last), A_WHILE));
      whole += reader.found(last) ? 1 : 0;
    }
    long before = bytes(readers);
    if (whole < READERS) {
      readers.get(0).await(r -> bytes(readers) > before + LINE, Duration.ofSeconds(1));
    }
    stage.note(
        ConductJudge.FLOOD
            + Json.object()
                .put("events", EVENTS)
                .put("sent", sent)
                .put("readers", READERS)
                .put("whole", whole)
                .put("bytes", bytes(readers))
                .put("moving", bytes(readers) > before)
                .put("millis", (System.nanoTime() - begun) / 1_000_000));
  }

  private static boolean roomBehind(ToldServer server, int order) {
    return server.await(s -> s.answers() >= order - UNANSWERED, A_WHILE);
  }

  /**
   * Waits for what is tried a while at a time; false where the time is over, or where nothing has
   * come to anybody for three seconds.
   */
  private static boolean moves(List<ToldReader> readers, long begun, BooleanSupplier tried) {
    long bytes = bytes(readers);
    long since = System.nanoTime();
    while (!tried.getAsBoolean()) {
      long now = System.nanoTime();
      long come = bytes(readers);
      if (now - begun > MOST.toNanos() || (come == bytes && now - since > STILL.toNanos())) {
        return false;
      }
      since = come == bytes ? since : now;
      bytes = come;
    }
    return System.nanoTime() - begun < MOST.toNanos();
  }

  private static long bytes(List<ToldReader> readers) {
    return readers.stream().mapToLong(ToldReader::bodyBytes).sum();
  }
}
