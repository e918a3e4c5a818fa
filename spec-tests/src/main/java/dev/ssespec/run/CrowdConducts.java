package dev.ssespec.run;

import dev.ssespec.cases.Conduct;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many clients, slow clients, and clients that leave. */
final class CrowdConducts {
  private static final int ROUNDS = 4;
  private static final int AT_A_TIME = 50;
  private static final int LEAVING = 100;
  private static final Duration BEAT = Duration.ofMillis(20);

  private CrowdConducts() {}

  static void addTo(Map<Conduct, ConductSession.Play> plays) {
    plays.put(Conduct.BURST, CrowdConducts::burst);
    plays.put(Conduct.STALLED_READER, StalledReader::play);
    plays.put(Conduct.LEAVING_COUNTED, CrowdConducts::leavingCounted);
    plays.put(Conduct.LEAVING_SURVIVED, CrowdConducts::leavingSurvived);
    plays.put(Conduct.VANISHED_COUNTED, VanishedReaders::play);
  }

  /** Heartbeats beside what a conduct does: a head may wait for one, and a loss shows in one. */
  private static final class Beating {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    Beating(ConductStage stage) {
      thread = new Thread(() -> beat(stage), "ssespec-beat");
      thread.setDaemon(true);
      thread.start();
    }

    private void beat(ConductStage stage) {
      try {
        while (!over.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
          stage.server().send(EmissionJson.data("x".repeat(200)));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void stop() {
      over.countDown();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void burst(ConductStage stage) {
    stage.server().goQuiet();
    var beating = new Beating(stage);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<ToldReader> readers = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
          readers.add(
              stage
                  .wire()
                  .open(Visit.BURST, "", request -> request, ToldWire.USUAL, false, reading -> {}));
        }
        for (ToldReader reader : readers) {
          reader.await(r -> r.head().isPresent(), stage.timeout());
          reader.cut();
        }
        readers.forEach(reader -> reader.awaitEnd(stage.timeout()));
      }
    } finally {
      beating.stop();
    }
  }

  private static void leavingCounted(ConductStage stage) {
    leave(stage);
    long deadline = System.nanoTime() + 2 * stage.timeout().toNanos();
    while (!nobodyLeft(stage.server()) && System.nanoTime() < deadline) {
      stage.server().send(stage.heartbeat());
      stage.server().await(CrowdConducts::nobodyLeft, Duration.ofMillis(50));
    }
  }

  private static boolean nobodyLeft(ToldServer server) {
    int all = server.connected() > 0 ? server.connected() : 3 * LEAVING;
    return server.disconnected() >= all;
  }

  private static void leavingSurvived(ConductStage stage) {
    leave(stage);
    ToldReader reader = stage.wire().open("after");
    EmissionTalk.subscribed(stage.server(), reader, Marks.next(), stage.timeout());
  }

  private static void leave(ConductStage stage) {
    stage.server().goQuiet();
    URI uri = stage.server().uri().orElseThrow();
    var beating = new Beating(stage);
    try {
      for (Dropped.Way way : Dropped.Way.values()) {
        int answered = 0;
        for (int i = 0; i < LEAVING; i += AT_A_TIME) {
          answered += leave(uri, way, stage);
        }
        stage.note("dropped by " + way + ": " + LEAVING + ", answered before: " + answered);
      }
    } finally {
      beating.stop();
    }
  }

  private static int leave(URI uri, Dropped.Way way, ConductStage stage) {
    List<Dropped> some = new ArrayList<>();
    int answered = 0;
    try {
      for (int i = 0; i < AT_A_TIME; i++) {
        some.add(new Dropped(uri, way));
      }
      if (way == Dropped.Way.SILENCE) {
        for (int i = 0; i < 20; i++) {
          stage.server().send(EmissionJson.data("y".repeat(8000)));
        }
      }
      for (Dropped one : some) {
        answered += one.answered() ? 1 : 0;
      }
    } catch (IOException e) {
      stage.transcript().add(Kind.NOTE, "no connection: " + e.getMessage());
    } finally {
      some.forEach(Dropped::close);
    }
    return answered;
  }
}
