package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ssespec.http.MessageHead;
import dev.ssespec.server.NothingLeftOver;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** An origin, a client, and a listener for each test of the event source. */
@ExtendWith(NothingLeftOver.class)
abstract class SourceHouse {
  final Delays delays = new Delays();
  final EventSourceOptions options = EventSourceOptions.DEFAULT.withDelay(delays);
  final Heard heard = new Heard();
  Origin origin;
  EventSourceClient client;

  // Not in a field's initializer: that runs before the leftovers are counted for the first time.
  @BeforeEach
  void startAll() {
    origin = Origin.start();
    client = EventSourceClient.start();
  }

  @AfterEach
  void closeAll() {
    client.close();
    origin.close();
  }

  Stage stage(Script... scripts) {
    return origin.stage(Program.of(scripts));
  }

  /** Opens a source on those scripts, and answers what it says until it has failed for good. */
  List<String> played(Script... scripts) throws InterruptedException {
    return played(options, stage(scripts));
  }

  List<String> played(EventSourceOptions chosen, Stage stage) throws InterruptedException {
    client.open(stage.url(), chosen, heard);
    return heard.until("error CLOSED");
  }

  static List<RequestSeen> requests(Stage stage) {
    return stage.records().stream()
        .filter(RequestSeen.class::isInstance)
        .map(RequestSeen.class::cast)
        .toList();
  }

  /** The Last-Event-ID of each request, byte by byte; "-" where there is no such field. */
  static List<String> ids(Stage stage) {
    return requests(stage).stream()
        .map(r -> MessageHead.parse(r.head()).first("Last-Event-ID").orElse("-"))
        .toList();
  }

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
