package dev.ssespec.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireExchange;
import dev.ssespec.client.WireReading.Ended;
import dev.ssespec.http.HeaderField;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.server.NothingLeftOver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class StreamServerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static WireExchange ask(String method, URI url, String lines, String body)
      throws InterruptedException {
    return new WireClient().exchange(url, StreamReader.request(method, url, lines, body), DEADLINE);
  }

  private static String outline(WireExchange exchange) {
    return exchange.head().orElseThrow().status()
        + " "
        + new String(exchange.body(), UTF_8).strip()
        + (exchange.end() instanceof Ended ? "" : " " + exchange.end());
  }

  private static List<String> header(WireExchange exchange, String name) {
    return exchange.head().orElseThrow().fields().stream()
        .filter(field -> field.isNamed(name))
        .map(HeaderField::value)
        .toList();
  }

  @Nested
  class Requests {
    @Test
    void thatAreNoneOfTheSiteGetPlainAnswers() throws InterruptedException {
      try (Service service = new Service()) {
        assertThat(outline(ask("GET", service.server.uri().resolve("/else"), "", "")))
            .isEqualTo("404 Nothing is here.");
        WireExchange put = ask("PUT", service.url(), "", "x");
        assertThat(outline(put)).isEqualTo("405 Not by that method.");
        assertThat(header(put, "Allow")).containsExactly("GET, HEAD, OPTIONS");
      }
    }

    @Test
    void headIsToldWhatGetWouldBe() throws InterruptedException {
      try (Service service = new Service()) {
        WireExchange head = ask("HEAD", service.url(), "", "");
        assertThat(outline(head)).isEqualTo("200 ");
        assertThat(header(head, "Content-Type")).containsExactly("text/event-stream");
        assertThat(header(head, "Cache-Control")).containsExactly("no-store, no-transform");
        assertThat(header(head, "Content-Length")).isEmpty();
        service.awaitStreams(0);
      }
    }

    @Test
    void optionsIsToldWhoMayAsk() throws InterruptedException {
      try (Service service = new Service()) {
        WireExchange options = ask("OPTIONS", service.url(), "Origin: https://a.example\r\n", "");
        assertThat(outline(options)).isEqualTo("204 ");
        assertThat(header(options, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(header(options, "Access-Control-Allow-Credentials")).isEmpty();
      }
    }

    @Test
    void oneStreamMoreThanAllowedIsPutOff() throws InterruptedException {
      try (Service service =
              new Service(ChannelLimits.DEFAULT, Service.OPTIONS.withMostStreams(1));
          StreamReader first = StreamReader.open(service.url())) {
        service.awaitStreams(1);
        WireExchange second = ask("GET", service.url(), "", "");
        assertThat(outline(second)).isEqualTo("503 Too many streams are open.");
        service.channel.publish(OutgoingEvent.ofData("x"));
        assertThat(first.next().data()).isEqualTo("x");
      }
    }
  }

  @Nested
  class Posting {
    private static final String JSON = "Content-Type: application/json\r\n";

    private String post(String lines, String body) throws InterruptedException {
      Site site =
          Site.builder()
              .post("/", asked -> Answer.text(200, asked.body()))
              .post(
                  "/refuse",
                  asked -> {
                    throw new IllegalArgumentException("No such thing.");
                  })
              .build();
      try (StreamServer server = StreamServer.start(Service.OPTIONS, site)) {
        URI url = server.uri().resolve(body.equals("refuse") ? "/refuse" : "/");
        return outline(ask("POST", url, lines.replace("HERE", url.getAuthority()), body));
      }
    }

    @Test
    void takesJsonOfItsOwnPages() throws InterruptedException {
      assertThat(post(JSON + "Origin: http://HERE\r\n", "é")).isEqualTo("200 é");
      assertThat(post("Content-Type: Application/JSON;charset=utf-8\r\n", "é")).isEqualTo("200 é");
    }

    @Test
    void refusesPagesOfOtherOriginsOtherTypesAndTooMuch() throws InterruptedException {
      assertThat(post(JSON + "Origin: https://a.example\r\n", "x"))
          .isEqualTo("403 Only pages of this site may post.");
      assertThat(post("Content-Type: text/plain\r\n", "x"))
          .isEqualTo("415 Send JSON, as application/json.");
      assertThat(post(JSON, "x".repeat(70_000))).isEqualTo("413 The body is too large, or broken.");
      assertThat(post(JSON, "refuse")).isEqualTo("400 No such thing.");
    }
  }

  @Nested
  class Leaving {
    @Test
    void isNoticedAtOnceHoweverItIsDone() throws IOException {
      // No heartbeat comes while this runs: what is noticed is the leaving itself.
      ServerOptions quiet = ServerOptions.DEFAULT.beating(Duration.ofHours(1), Duration.ofHours(1));
      try (Service service = new Service(ChannelLimits.DEFAULT, quiet)) {
        for (int round = 0; round < 20; round++) {
          SlowReader closing = new SlowReader(service.url());
          SlowReader resetting = new SlowReader(service.url());
          SlowReader halfClosing = new SlowReader(service.url());
          service.awaitStreams(3);
          closing.close();
          service.awaitStreams(2);
          resetting.reset();
          service.awaitStreams(1);
          halfClosing.halfClose();
          service.awaitStreams(0);
          halfClosing.close();
        }
      }
    }

    @Test
    void disturbsNobodyWhoPublishes() throws IOException, InterruptedException {
      try (Service service = new Service();
          StreamReader stays = StreamReader.open(service.url())) {
        for (int round = 0; round < 30; round++) {
          SlowReader leaving = new SlowReader(service.url());
          service.awaitStreams(2);
          service.channel.publish(OutgoingEvent.ofData("a" + round));
          leaving.reset();
          service.channel.publish(OutgoingEvent.ofData("b" + round));
          assertThat(stays.next(2).stream().map(e -> e.data()).toList())
              .containsExactly("a" + round, "b" + round);
          service.awaitStreams(1);
        }
      }
    }
  }

  @Nested
  class SlowReaders {
    private static final ChannelLimits SMALL = new ChannelLimits(200, 1 << 20);

    /** Twenty megabytes, no faster than the good reader reads. */
    private void publishMuch(Service service, StreamReader good) throws InterruptedException {
      String data = "x".repeat(10_000);
      for (int i = 0; i < 2000; i += 50) {
        for (int j = i; j < i + 50; j++) {
          service.channel.publish(OutgoingEvent.ofData(j + data));
        }
        for (int j = i; j < i + 50; j++) {
          assertThat(good.next().data()).isEqualTo(j + data);
        }
      }
    }

    @Test
    void areToldAndDroppedWhileOthersGoOn() throws IOException, InterruptedException {
      try (Service service = new Service(SMALL, Service.OPTIONS);
          StreamReader good = StreamReader.open(service.url());
          SlowReader slow = new SlowReader(service.url())) {
        service.awaitStreams(2);
        publishMuch(service, good);
        assertThat(slow.readAll())
            .endsWith(
                "event: dropped\ndata: This stream was too far behind; come back and go on.\n\n"
                    + "\r\n0\r\n\r\n");
        service.awaitStreams(1);
      }
    }

    @Test
    void areCutOffWhenTheyNeverRead() throws IOException, InterruptedException {
      ServerOptions impatient =
          ServerOptions.DEFAULT.beating(Duration.ofMillis(50), Duration.ofMillis(200));
      try (Service service = new Service(SMALL, impatient);
          StreamReader good = StreamReader.open(service.url())) {
        SlowReader slow = new SlowReader(service.url());
        service.awaitStreams(2);
        publishMuch(service, good);
        service.awaitStreams(1);
        slow.close();
        service.channel.publish(OutgoingEvent.ofData("still here"));
        assertThat(good.next().data()).isEqualTo("still here");
      }
    }
  }

  @Nested
  class Ending {
    @Test
    void comesBehindEverythingThatWasPublished() throws InterruptedException {
      try (Service service = new Service();
          StreamReader reader = StreamReader.open(service.url())) {
        service.awaitStreams(1);
        service.channel.publish(OutgoingEvent.ofData("last words"));
        service.channel.end();
        assertThat(reader.untilEnd()).containsExactly("last words", "Ended");
        service.awaitStreams(0);
      }
    }

    @Test
    void ofTheServerIsInOrder() throws InterruptedException {
      Service service = new Service();
      try (service;
          StreamReader reader = StreamReader.open(service.url())) {
        service.awaitStreams(1);
        service.server.close();
        assertThat(reader.untilEnd()).containsExactly("Ended");
      }
    }

    @Test
    void leavesTheConnectionFitForAnotherRequest() throws IOException {
      try (Service service = new Service();
          SlowReader reader = new SlowReader(service.url())) {
        service.awaitStreams(1);
        service.channel.end();
        assertThat(reader.readAll()).endsWith("\r\n0\r\n\r\n");
        service.awaitStreams(0);
        reader.ask(service.server.uri().resolve("/else"));
        assertThat(reader.readHead()).startsWith("HTTP/1.1 404 ");
      }
    }
  }
}
