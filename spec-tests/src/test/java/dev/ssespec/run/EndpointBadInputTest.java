package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ssespec.peer.PlainServer;
import dev.ssespec.peer.ServerFault;
import dev.ssespec.peer.ServerTraits;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointBadInputTest {
  private static final Duration BRIEF = Duration.ofMillis(500);

  @Test
  void anEndpointThatRefusesTheConnectionCannotBeReached() throws Exception {
    URI uri = EndpointTrial.closedPort();

    String why = new EndpointRun(EndpointOptions.of(uri), EndpointTrial.cases()).play();

    assertThat(why).isEqualTo(uri + " cannot be reached: Connection refused.");
  }

  @Test
  void anEndpointThatSpeaksNoTlsCannotBeReached() throws Exception {
    try (var server = PlainServer.start(ServerTraits.sound(BRIEF))) {
      URI uri = URI.create(server.uri().toString().replace("http:", "https:"));

      String why =
          new EndpointRun(EndpointOptions.of(uri).lasting(BRIEF, BRIEF), EndpointTrial.cases())
              .play();

      assertThat(why).startsWith(uri + " cannot be reached: ");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path folder) throws Exception {
    try (SSLServerSocket socket = SelfSigned.listen(folder)) {
      URI uri = URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/events");

      String why =
          new EndpointRun(EndpointOptions.of(uri).lasting(BRIEF, BRIEF.multipliedBy(8)), List.of())
              .play();

      assertThat(why).startsWith(uri + " cannot be reached: ").contains("PKIX");
    }
  }

  @Nested
  class TheOpeningCaseSaysWhatCameInstead {
    @Test
    void notFound() throws Exception {
      assertOpening(
          ServerFault.NOT_FOUND,
          "Asked for the stream, the endpoint sent HTTP/1.1 404 Not Found \\(no media type\\).");
    }

    @Test
    void aReset() throws Exception {
      assertOpening(
          ServerFault.RESETS,
          "Asked for the stream, the endpoint sent a reset of the connection before any response.");
    }

    @Test
    void aMailServer() throws Exception {
      assertOpening(
          ServerFault.SPEAKS_NO_HTTP,
          "Asked for the stream, the endpoint sent what is no HTTP: status line: 220 peer ready for"
              + " mail.");
    }

    @Test
    void silence() throws Exception {
      assertOpening(
          ServerFault.NEVER_ANSWERS,
          "Asked for the stream, the endpoint sent no response at all in \\d\\.\\d s\\.");
    }

    private void assertOpening(ServerFault fault, String reason) throws InterruptedException {
      List<CaseRecord> records = brief(fault);

      assertThat(reasons(records, Verdict.FAIL)).anyMatch(seen -> seen.matches(reason));
      assertThat(records)
          .filteredOn(record -> record.verdict() == Verdict.SKIP)
          .isNotEmpty()
          .allMatch(record -> record.skip() == SkipReason.PREREQUISITE);
    }
  }

  @Test
  void aLineWithoutEndIsReadTo32MebibytesAndNoFurther() throws Exception {
    var records =
        EndpointTrial.records(
            ServerTraits.faulty(ServerFault.ENDLESS_LINE, BRIEF), Duration.ofSeconds(8));

    CaseRecord seen = record(records, "S-005");
    assertThat(seen.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(seen.reason())
        .matches("No event ended in the first \\d+ bytes; behind them came 3\\d{7} more bytes .*");
    assertThat(seen.transcript().stream().mapToLong(entry -> entry.bytes().length()).sum())
        .isLessThan(300_000);
  }

  @Test
  void aMethodOtherThanGetIsSentOnce() throws Exception {
    try (var server = PlainServer.start(ServerTraits.sound(BRIEF))) {
      var options =
          EndpointOptions.of(server.uri())
              .lasting(BRIEF, BRIEF)
              .asking("POST", Bytes.utf8("{}"), Map.of("Content-Type", "application/json"));
      var run = new EndpointRun(options, EndpointTrial.cases());

      assertThat(run.plan().requests()).isEqualTo(2);
      CaseRecord head = record(EndpointTrial.records(options), "S-037");
      assertThat(head.skip()).isEqualTo(SkipReason.NOT_APPLICABLE);
    }
  }

  @Test
  void headersThatCannotBeSentAreRefused() {
    var options = EndpointOptions.of(URI.create("http://localhost/"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.asking("GET", Bytes.none(), Map.of("A", "b\r\nC: d")))
        .withMessage("No header field can be made of A");
  }

  private static List<CaseRecord> brief(ServerFault fault) throws InterruptedException {
    try (PlainServer server = PlainServer.start(ServerTraits.faulty(fault, BRIEF))) {
      return EndpointTrial.records(
          EndpointOptions.of(server.uri()).lasting(BRIEF, BRIEF).speakingHttpTwo(server.uri()));
    }
  }

  private static Stream<String> reasons(List<CaseRecord> records, Verdict verdict) {
    return records.stream().filter(r -> r.verdict() == verdict).map(CaseRecord::reason);
  }

  private static CaseRecord record(List<CaseRecord> records, String code) {
    return records.stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
  }
}
