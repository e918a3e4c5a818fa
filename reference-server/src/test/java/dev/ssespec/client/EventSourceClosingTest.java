package dev.ssespec.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import dev.ssespec.server.Stage;
import dev.ssespec.server.Watch;
import dev.ssespec.server.WireRecord.PeerClosed;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jetty.io.ByteBufferPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventSourceClosingTest extends SourceHouse {
  private static final Script THREE =
      Script.eventStream().body(":c\ndata: 1\n\ndata: 2\n\ndata: 3\n\n").hold();

  /** Strongly held: a level that is set on a logger goes with it. */
  private static final Logger SOURCE = Logger.getLogger(EventSource.class.getName());

  @ParameterizedTest
  @ValueSource(strings = {"open", ":c", "message|1|", "message|2|"})
  void inside_a_call_is_the_last_of_it(String when) throws InterruptedException {
    CompletableFuture<EventSource> source = new CompletableFuture<>();
    Heard closing =
        new Heard(
            line -> {
              if (line.equals(when)) {
                source.join().close();
              }
            });
    Stage stage = stage(THREE);
    Watch watch = new Watch(stage);
    source.complete(client.open(stage.url(), options, closing));
    closing.until(when);
    watch.until(PeerClosed.class);
    client.close();
    assertThat(closing.rest()).isEmpty();
    assertThat(source.join().readyState()).isEqualTo(ReadyState.CLOSED);
    assertThat(requests(stage)).hasSize(1);
  }

  /** A buffer that goes back to a pool while Jetty reads from it would be the next connection's. */
  @Test
  void while_bytes_come_costs_no_other_source_its_own() throws InterruptedException {
    ScriptBuilder bytes = Script.eventStream();
    for (int i = 1; i <= 40; i++) {
      bytes.body("data: " + i + "\n\n");
    }
    Script burst = bytes.hold();
    for (int i = 0; i < 100; i++) {
      Heard first = new Heard();
      Heard second = new Heard();
      EventSource closing = client.open(stage(burst).url(), options, first);
      EventSource other = client.open(stage(THREE).url(), options, second);
      first.until("message|1|");
      closing.close();
      assertThat(second.until("message|3|"))
          .containsExactly("open", ":c", "message|1|", "message|2|", "message|3|");
      other.close();
    }
    assertThat(client.http().getByteBufferPool()).isSameAs(ByteBufferPool.NON_POOLING);
  }

  @Test
  void inside_the_error_call_prevents_the_next_request() throws InterruptedException {
    CompletableFuture<EventSource> source = new CompletableFuture<>();
    Heard closing =
        new Heard(
            line -> {
              if (line.equals("error CONNECTING")) {
                source.join().close();
              }
            });
    Stage stage = stage(Script.eventStream().body("data: 1\n\n").end());
    source.complete(client.open(stage.url(), options, closing));
    assertThat(closing.until("error CONNECTING"))
        .containsExactly("open", "message|1|", "error CONNECTING");
    client.close();
    assertThat(delays.asked()).isEmpty();
    assertThat(requests(stage)).hasSize(1);
  }

  @Test
  void from_outside_waits_for_the_call_under_way() throws InterruptedException {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Heard slow =
        new Heard(
            line -> {
              if (line.equals("message|2|")) {
                inCall.countDown();
                awaitUninterruptibly(go);
              }
            });
    Stage stage = stage(THREE);
    EventSource source = client.open(stage.url(), options, slow);
    inCall.await();
    Thread closer = new Thread(source::close);
    closer.start();
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(source.readyState()).isEqualTo(ReadyState.CLOSED);
    go.countDown();
    closer.join();
    assertThat(slow.until("message|2|")).containsExactly("open", ":c", "message|1|", "message|2|");
    client.close();
    assertThat(slow.rest()).isEmpty();
  }

  @Test
  void while_connecting_ends_the_request() throws InterruptedException {
    Stage stage = stage(Script.bare().await("never").hold());
    Watch watch = new Watch(stage);
    EventSource source = client.open(stage.url(), options, heard);
    watch.until(RequestSeen.class);
    source.close();
    source.close();
    assertThat(Watch.kinds(watch.until(PeerClosed.class))).containsExactly("PeerClosed");
    client.close();
    assertThat(heard.rest()).isEmpty();
  }

  @Test
  void at_once_makes_at_most_one_request() {
    Stage stage = stage(THREE);
    client.open(stage.url(), options, heard).close();
    client.close();
    assertThat(heard.rest()).isEmpty();
    assertThat(requests(stage)).hasSizeLessThan(2);
  }

  @Test
  void while_waiting_cancels_the_wait() throws InterruptedException {
    CompletableFuture<Void> over = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    ReconnectionDelay never =
        time -> {
          asked.countDown();
          return over;
        };
    Stage stage = stage(Script.eventStream().end());
    EventSource source = client.open(stage.url(), options.withDelay(never), heard);
    asked.await();
    source.close();
    client.close();
    assertThat(over).isCancelled();
    assertThat(heard.rest()).containsExactly("open", "error CONNECTING");
    assertThat(requests(stage)).hasSize(1);
  }

  @Test
  void of_the_client_may_come_from_a_call_and_is_for_good() throws InterruptedException {
    Heard closing = new Heard(line -> client.close());
    Stage stage = stage(THREE);
    Watch watch = new Watch(stage);
    client.open(stage.url(), options, closing);
    watch.until(PeerClosed.class);
    assertThat(closing.rest()).containsExactly("open");
    assertThatThrownBy(() -> client.open(stage.url(), heard))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed; start another one");
  }

  @Test
  void a_stream_that_has_ended_closes_a_connection_that_would_stay() throws InterruptedException {
    Script keptAlive =
        Script.eventStream().header("Connection", "keep-alive").raw("0\r\n\r\n").hold();
    Stage stage = stage(keptAlive, Script.status(204));
    Watch watch = new Watch(stage);
    assertThat(played(options, stage)).containsExactly("open", "error CONNECTING", "error CLOSED");
    watch.until(PeerClosed.class);
  }

  @Test
  void a_listener_that_throws_does_not_stop_the_stream() throws InterruptedException {
    SOURCE.setLevel(Level.OFF);
    Heard throwing =
        new Heard(
            line -> {
              throw new IllegalStateException("on purpose");
            });
    client.open(stage(THREE).url(), options, throwing);
    assertThat(throwing.until("message|3|"))
        .containsExactly("open", ":c", "message|1|", "message|2|", "message|3|");
  }

  @Test
  void many_sources_live_side_by_side() throws InterruptedException {
    Script answer = Script.eventStream().body("data: 1\n\n").await("all").body("data: 2\n\n").end();
    Stage stage = origin.stage(new Program(Map.of("", Route.always(answer))));
    EventSourceOptions once =
        options.withDelay(time -> new CompletableFuture<>()).withReconnectionTime(Duration.ZERO);
    List<Heard> all = Stream.generate(Heard::new).limit(300).toList();
    all.forEach(one -> client.open(stage.url(), once, one));
    for (Heard one : all) {
      one.until("message|1|");
    }
    stage.release("all");
    for (Heard one : all) {
      assertThat(one.until("error CONNECTING")).containsExactly("message|2|", "error CONNECTING");
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
