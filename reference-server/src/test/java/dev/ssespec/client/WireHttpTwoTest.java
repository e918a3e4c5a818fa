package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.server.NothingLeftOver;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
final class WireHttpTwoTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int WINDOW = 1000;

  private Origin origin;

  @BeforeEach
  void start() {
    origin = Origin.start();
  }

  @AfterEach
  void stop() {
    origin.close();
  }

  private static byte[] request(URI url) {
    return ("GET "
            + url.getRawPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nConnection: close\r\nX-Long: "
            + "9".repeat(300)
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private WireExchange get(Script script, boolean offered) throws Exception {
    Stage stage = origin.stage(Program.of(script));
    URI url = stage.secureUrl(offered);
    return new WireClient()
        .withTls(TrustedCertificate.in(origin.certificate()))
        .overHttpTwo(WINDOW)
        .exchange(url, request(url), LONG);
  }

  @Test
  void aResponseIsShownAsItsFieldsAndItsData() throws Exception {
    WireExchange exchange = get(Script.eventStream().body("data: a\n\n").end(), true);

    WireReading.Head head = exchange.head().orElseThrow();
    assertThat(head.version()).isEqualTo("HTTP/2");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.framing()).isEqualTo(BodyFraming.FRAMES);
    assertThat(new String(head.raw(), ISO_8859_1))
        .isEqualTo(
            "HTTP/2 200\r\ncontent-type: text/event-stream\r\ncache-control: no-store\r\n\r\n");
    assertThat(exchange.body()).asString().isEqualTo("data: a\n\n");
    assertThat(exchange.end()).isInstanceOf(WireReading.Ended.class);
  }

  @Test
  void theRequestIsWholeAndHasNothingOfHttpOne() throws Exception {
    Stage stage = origin.stage(Program.of(Script.eventStream().end()));
    URI url = stage.secureUrl(true);
    new WireClient()
        .withTls(TrustedCertificate.in(origin.certificate()))
        .overHttpTwo(WINDOW)
        .exchange(url, request(url), LONG);

    List<String> lines =
        stage.records().stream()
            .filter(WireRecord.RequestSeen.class::isInstance)
            .map(WireRecord.RequestSeen.class::cast)
            .flatMap(record -> Stream.of(new String(record.head(), ISO_8859_1).split("\r\n")))
            .toList();
    assertThat(lines.get(0)).isEqualTo("GET " + url.getRawPath() + " HTTP/2.0");
    assertThat(lines).contains("x-long: " + "9".repeat(300));
    assertThat(lines).noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("conn"));
  }

  @Test
  void muchMoreThanTheWindowArrivesWhole() throws Exception {
    String data = "data: " + "z".repeat(200_000) + "\n\n";

    WireExchange exchange = get(Script.eventStream().body(data).end(), true);

    assertThat(exchange.body()).asString().hasSameSizeAs(data).isEqualTo(data);
  }

  @Test
  void aResetStreamIsAResetWithItsReason() throws Exception {
    WireExchange exchange = get(Script.eventStream().body("data: a\n\n").reset(), true);

    assertThat(exchange.end()).isInstanceOf(WireReading.PeerReset.class);
  }

  @Test
  void aServerThatChoosesAnotherVersionSpeaksNoHttpTwo() throws Exception {
    WireExchange exchange = get(Script.eventStream().body("data: a\n\n").end(), false);

    assertThat(exchange.end())
        .isInstanceOfSatisfying(
            WireReading.Malformed.class,
            seen -> assertThat(seen.message()).isEqualTo("no HTTP/2: the server chose http/1.1"));
  }

  @Test
  void aServerThatAnswersInHttpOneSpeaksNoHttpTwo() throws Exception {
    Stage stage = origin.stage(Program.of(Script.eventStream().end()));

    WireExchange exchange =
        new WireClient().overHttpTwo(WINDOW).exchange(stage.url(), request(stage.url()), LONG);

    assertThat(exchange.end())
        .isInstanceOfSatisfying(
            WireReading.Malformed.class,
            seen -> assertThat(seen.message()).startsWith("no HTTP/2: HTTP/1.1 4"));
  }
}
