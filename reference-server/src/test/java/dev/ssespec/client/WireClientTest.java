package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Head;
import dev.ssespec.client.WireReading.Malformed;
import dev.ssespec.http.HeaderField;
import dev.ssespec.server.NothingLeftOver;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Peer;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.Watch;
import dev.ssespec.server.WireRecord.PeerClosed;
import dev.ssespec.server.WireRecord.RequestSeen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NothingLeftOver.class)
final class WireClientTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final WireClient client = new WireClient();
  private Origin origin;

  @BeforeEach
  void start() {
    origin = Origin.start();
  }

  @AfterEach
  void stop() {
    origin.close();
  }

  private static byte[] request(String method, Stage stage) {
    return Peer.head(method + " " + stage.path() + " HTTP/1.1", "hOsT: a").getBytes(ISO_8859_1);
  }

  private WireExchange get(Script script) throws InterruptedException {
    Stage stage = origin.stage(Program.of(script));
    return client.exchange(stage.url(), request("GET", stage), LONG);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The kinds of the readings, where several body readings in a row count once. */
  private static List<String> kinds(WireExchange exchange) {
    List<String> kinds =
        exchange.readings().stream().map(r -> r.getClass().getSimpleName()).toList();
    return IntStream.range(0, kinds.size())
        .filter(i -> i == 0 || !kinds.get(i).equals("Body") || !kinds.get(i - 1).equals("Body"))
        .mapToObj(kinds::get)
        .toList();
  }

  @Nested
  final class An_exchange {
    @Test
    void sends_exactly_the_bytes_it_is_given() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.status(204)));
      byte[] request = request("GET", stage);
      WireExchange exchange = client.exchange(stage.url(), request, LONG);
      RequestSeen seen = (RequestSeen) stage.records().get(0);
      assertThat(seen.head()).isEqualTo(request);
      assertThat(exchange.request()).isEqualTo(request);
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Ended");
      assertThat(exchange.readings())
          .isSortedAccordingTo((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
    }

    @Test
    void shows_the_head_as_it_came() throws InterruptedException {
      String raw = Peer.head("HTTP/1.0 299 odd  reason", "b:\t2 ", "B: \u00e9", "a:");
      Head head = get(Script.bare().raw(raw.getBytes(ISO_8859_1)).end()).head().orElseThrow();
      assertThat(text(head.raw())).isEqualTo(raw);
      assertThat(head.version()).isEqualTo("HTTP/1.0");
      assertThat(head.status()).isEqualTo(299);
      assertThat(head.framing()).isEqualTo(BodyFraming.CLOSE);
      assertThat(head.fields())
          .containsExactly(
              new HeaderField("b", "2"), new HeaderField("B", "\u00e9"), new HeaderField("a", ""));
    }

    @Test
    void shows_informational_heads_apart() throws InterruptedException {
      WireExchange exchange = get(Script.response(200).early(103).early(100).body("x").end());
      assertThat(kinds(exchange))
          .containsExactly("Connected", "Sent", "Head", "Head", "Head", "Body", "Ended");
      assertThat(exchange.head().orElseThrow().status()).isEqualTo(200);
    }

    @Test
    void decodes_chunks_wherever_they_are_cut() throws InterruptedException {
      String chunked = "3;a=b\r\nabc\r\n0a\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
      var script = Script.response(200).header("Transfer-Encoding", "chunked").headNow();
      for (byte b : chunked.getBytes(ISO_8859_1)) {
        script.raw(new byte[] {b});
      }
      WireExchange exchange = get(script.hold());
      assertThat(text(exchange.body())).isEqualTo("abc0123456789");
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Body", "Ended");
      StringBuilder raw = new StringBuilder();
      for (WireReading reading : exchange.readings()) {
        if (reading instanceof Body body) {
          raw.append(text(body.raw()));
        }
      }
      assertThat(raw.toString()).isEqualTo(chunked);
    }

    @Test
    void ends_with_its_content_length() throws InterruptedException {
      WireExchange exchange = get(Script.response(200).contentLength(3).body("abc").hold());
      assertThat(text(exchange.body())).isEqualTo("abc");
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Body", "Ended");
    }

    @Test
    void of_head_has_no_body() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.response(200).contentLength(3).hold()));
      WireExchange exchange = client.exchange(stage.url(), request("HEAD", stage), LONG);
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Ended");
    }

    @Test
    void shows_each_read_when_it_comes() throws InterruptedException {
      Stage stage =
          origin.stage(Program.of(Script.eventStream().body("a").await("a").body("b").end()));
      WireExchange exchange =
          client
              .start(
                  stage.url(),
                  request("GET", stage),
                  LONG,
                  reading -> {
                    if (reading instanceof Body body && text(body.payload()).equals("a")) {
                      stage.release("a");
                    }
                  })
              .await();
      assertThat(text(exchange.body())).isEqualTo("ab");
    }

    @Test
    void keeps_no_body_where_it_is_told_to_forget_them() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.eventStream().body("a").body("b").end()));
      List<String> seen = new ArrayList<>();
      WireExchange exchange =
          client
              .forgettingBodies()
              .start(
                  stage.url(),
                  request("GET", stage),
                  LONG,
                  reading -> {
                    if (reading instanceof Body body) {
                      seen.add(text(body.payload()));
                    }
                  })
              .await();
      assertThat(String.join("", seen)).isEqualTo("ab");
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Ended");
    }
  }

  @Nested
  final class A_bad_end {
    @Test
    void is_a_missing_chunk() throws InterruptedException {
      WireExchange exchange = get(Script.eventStream().body("abc").cut());
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Body", "Truncated");
    }

    @Test
    void is_a_body_short_of_its_length() throws InterruptedException {
      WireExchange exchange = get(Script.response(200).contentLength(9).body("abc").cut());
      assertThat(kinds(exchange)).containsExactly("Connected", "Sent", "Head", "Body", "Truncated");
    }

    @Test
    void is_half_a_head() throws InterruptedException {
      assertThat(kinds(get(Script.bare().raw("HTTP/1.1 200 OK\r\n").cut())))
          .containsExactly("Connected", "Sent", "Truncated");
    }

    @Test
    void is_a_reset() throws InterruptedException {
      assertThat(kinds(get(Script.response(200).body("abc").reset())))
          .containsExactly("Connected", "Sent", "Head", "Body", "PeerReset");
      assertThat(kinds(get(Script.resetBeforeResponse())))
          .containsExactly("Connected", "Sent", "PeerReset");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "HTTP/2 200 OK\r\n\r\n",
          "200 OK\r\n\r\n",
          "HTTP/1.1 200 OK\r\nno field\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0123456789abcdef\r\n"
        })
    void is_what_is_no_http(String bytes) throws InterruptedException {
      assertThat(get(Script.bare().raw(bytes).hold()).end()).isInstanceOf(Malformed.class);
    }

    @Test
    void is_a_head_without_end() throws InterruptedException {
      Script script = Script.bare().raw("HTTP/1.1 200 OK\r\n" + "x".repeat(300_000)).hold();
      assertThat(get(script).end()).isInstanceOf(Malformed.class);
    }

    @Test
    void is_a_refused_connection() throws InterruptedException {
      Stage stage = origin.stage(Program.of());
      origin.refuse();
      assertThat(kinds(client.exchange(stage.url(), new byte[0], LONG)))
          .containsExactly("NoConnection");
    }
  }

  @Nested
  final class Our_end {
    @Test
    void is_the_deadline() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.response(200).body("a").hold()));
      Duration deadline = Duration.ofMillis(300);
      long start = System.nanoTime();
      WireExchange exchange = client.exchange(stage.url(), request("GET", stage), deadline);
      assertThat(kinds(exchange))
          .containsExactly("Connected", "Sent", "Head", "Body", "DeadlineReached");
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(deadline.toNanos());
    }

    @Test
    void is_the_deadline_also_while_the_peer_does_not_read()
        throws IOException, InterruptedException {
      try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        WireExchange exchange =
            client.exchange(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                new byte[64 << 20],
                Duration.ofMillis(300));
        assertThat(kinds(exchange)).containsExactly("Connected", "DeadlineReached");
      }
    }

    @Test
    void is_the_cap() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.response(200).body("x".repeat(1 << 20)).hold()));
      WireExchange exchange =
          client.withByteCap(100_000).exchange(stage.url(), request("GET", stage), LONG);
      assertThat(kinds(exchange))
          .containsExactly("Connected", "Sent", "Head", "Body", "CapReached");
      assertThat(exchange.body()).hasSizeBetween(50_000, 150_000);
    }

    @Test
    void is_a_cancel() throws InterruptedException {
      Stage stage = origin.stage(Program.of(Script.response(200).body("a").hold()));
      Watch watch = new Watch(stage);
      CountDownLatch body = new CountDownLatch(1);
      WireCall call =
          client.start(
              stage.url(),
              request("GET", stage),
              LONG,
              reading -> {
                if (reading instanceof Body) {
                  body.countDown();
                }
              });
      body.await();
      call.cancel();
      assertThat(kinds(call.await()))
          .containsExactly("Connected", "Sent", "Head", "Body", "Cancelled");
      watch.until(PeerClosed.class);
    }
  }

  @Test
  void other_schemes_are_not_spoken() {
    assertThatThrownBy(() -> client.exchange(URI.create("ftp://a/"), new byte[0], LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ftp://a/ is no http or https URL with a host");
  }
}
