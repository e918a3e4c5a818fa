package dev.ssespec.run;

import dev.ssespec.judge.ConductJudge;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that vanish: no FIN, no RST, and nothing is read any more, as behind a cable that was
 * pulled.
 *
 * <ol>
 *   <li>Ten streams are opened with as small a window as can be had, and begin to arrive.
 *   <li>More is sent than the buffers below a stream hold, then comments, or events, for a while. A
 *       server can know by now, from a write that does not end or a queue that only grows.
 *   <li>The connections break, and comments or events are sent until all are counted off.
 * </ol>
 */
final class VanishedReaders {
  private static final int READERS = 10;

  /** Together more than a socket's buffers grow to. */
  private static final int EVENTS = 128;

  private static final int LINE = 65_536;
  private static final int UNANSWERED = 32;
  private static final int SMALL = 4096;
  private static final Duration FILLING = Duration.ofSeconds(2);
  private static final Duration SILENT = Duration.ofMillis(500);
  private static final Duration BEAT = Duration.ofMillis(50);

  private VanishedReaders() {}

  static void play(ConductStage stage) {
    stage.server().goQuiet();
    URI uri = stage.server().uri().orElseThrow();
    List<Dropped> readers = new ArrayList<>();
    int answered = 0;
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(new Dropped(uri, Dropped.Way.SILENCE, SMALL));
      }
      answered = answered(stage, readers);
      fill(stage);
      beatUntilGone(stage, SILENT);
    } catch (IOException e) {
      stage.note("no connection: " + e.getMessage());
    } finally {
      int before = stage.server().disconnected();
      stage.note(
          ConductJudge.VANISHED
              + Json.object().put("streams", answered).put("goneInSilence", before));
      readers.forEach(Dropped::close);
    }
    beatUntilGone(stage, stage.timeout().multipliedBy(2));
  }

  /** How many have begun to arrive; a head may wait for an event. */
  private static int answered(ConductStage stage, List<Dropped> readers) {
    int answered = 0;
    for (Dropped one : readers) {
      stage.server().send(EmissionJson.data("begun"));
      answered += one.answered() ? 1 : 0;
    }
    return answered;
  }

  private static void fill(ConductStage stage) {
    ToldServer server = stage.server();
    long deadline = System.nanoTime() + FILLING.toNanos();
    String line = "z".repeat(LINE);
    for (int n = 0; n < EVENTS && System.nanoTime() < deadline; n++) {
      int order = server.send(EmissionJson.data(line));
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      server.await(s -> s.answers() >= order - UNANSWERED, left);
    }
  }

  private static void beatUntilGone(ConductStage stage, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!nobodyLeft(stage.server()) && System.nanoTime() < deadline) {
      stage.server().send(stage.heartbeat());
      stage.server().await(VanishedReaders::nobodyLeft, BEAT);
    }
  }

  private static boolean nobodyLeft(ToldServer server) {
    return server.disconnected() >= (server.connected() > 0 ? server.connected() : READERS);
  }
}
