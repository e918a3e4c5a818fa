package dev.ssespec.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintLiveTest {
  private Origin origin;

  @BeforeEach
  void start() {
    origin = Origin.start();
  }

  @AfterEach
  void stop() {
    origin.close();
  }

  private String address(Script script) {
    Stage stage = origin.stage(Program.of(script));
    return stage.url().toString();
  }

  private static Outcome refused(String address, String why) {
    return new Outcome(4, List.of(), List.of("ssespec: " + address + " " + why));
  }

  @Test
  void a_stream_that_ends_is_read_to_its_end() {
    String address = address(Script.eventStream().body("data: a\n").body("\nid").end());
    Outcome outcome = Outcome.of("lint", address, "--level", "must");
    assertThat(outcome.out())
        .containsExactly(
            address
                + ":3:1: must: The stream ends inside this line, which is discarded."
                + " [unfinished-line]",
            "    End the line, and the block with a blank line.",
            "    byte 9 · https://html.spec.whatwg.org/multipage/server-sent-events.html"
                + "#parsing-an-event-stream",
            address + ": 1 must, 0 should, 0 advice in 11 bytes");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void a_stream_that_goes_on_is_not_unfinished() {
    String address = address(Script.eventStream().body("data: a\n\nid").hold());
    assertThat(Outcome.of("lint", address, "--for", "700ms"))
        .isEqualTo(new Outcome(0, List.of(address + ": nothing found in 11 bytes"), List.of()));
  }

  private static final String CUT = ": the transfer was cut off after 10 bytes: ";
  private static final String INNOCENT =
      "; that the stream is unfinished there is not its own doing";

  @Test
  void a_transfer_that_breaks_in_a_line_is_not_blamed_on_the_stream() {
    String closed = address(Script.eventStream().body("data: a\n\nd").cut());
    assertThat(Outcome.of("lint", closed))
        .isEqualTo(
            new Outcome(
                3,
                List.of(
                    closed
                        + CUT
                        + "the connection was closed before the body was complete"
                        + INNOCENT,
                    closed + ": nothing found in 10 bytes"),
                List.of()));
    String broken = address(Script.eventStream().body("Data: a\n\nd").cut());
    Outcome outcome = Outcome.of("lint", broken, "--json", "--level", "must");
    assertThat(outcome.out())
        .containsExactly(
            "{\"kind\":\"end\",\"source\":\""
                + broken
                + "\",\"bytes\":10,\"must\":0,\"should\":1,\"advice\":0,\"cutOff\":"
                + "\"the connection was closed before the body was complete\"}");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void what_must_be_found_outweighs_a_transfer_that_breaks() {
    String address = address(Script.eventStream().body("retry: x\n\nd").reset());
    assertThat(Outcome.of("lint", address).code()).isEqualTo(1);
  }

  @Test
  void a_request_may_have_headers_of_its_own() {
    Stage stage = origin.stage(Program.of(Script.eventStream().body("data: a\n\n").end()));
    Outcome outcome =
        Outcome.of(
            "lint", stage.url().toString(), "--header", "X-Key: 1", "--header", "accept: a/b");
    assertThat(outcome.code()).isZero();
    String head =
        stage.records().stream()
            .filter(WireRecord.RequestSeen.class::isInstance)
            .map(WireRecord.RequestSeen.class::cast)
            .map(seen -> new String(seen.head(), US_ASCII))
            .findFirst()
            .orElseThrow();
    assertThat(head)
        .isEqualTo(
            String.join(
                "\r\n",
                "GET " + stage.path() + " HTTP/1.1",
                "Host: " + stage.url().getAuthority(),
                "Accept: a/b",
                "Accept-Encoding: identity",
                "Cache-Control: no-cache",
                "User-Agent: ssespec",
                "X-Key: 1",
                "",
                ""));
    assertThat(Outcome.of("lint", stage.url().toString(), "--header", "X-Key").code()).isEqualTo(2);
    assertThat(Outcome.of("lint", stage.url().toString(), "--ca", "none").code()).isEqualTo(2);
  }

  @Test
  @Timeout(30)
  void a_stream_is_left_when_nobody_takes_what_is_printed() {
    String address = address(Script.eventStream().body("Data: a\n").hold());
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("nobody reads");
          }
        };
    PrintStream oldOut = System.out;
    try {
      System.setOut(new PrintStream(closed, true, UTF_8));
      assertThat(Main.run("lint", address, "--for", "10m")).isZero();
    } finally {
      System.setOut(oldOut);
    }
  }

  @Test
  void a_port_that_does_not_exist_is_a_usage_error() {
    var outcome =
        new Outcome(
            2, List.of(), List.of("ssespec: There is no port 99999: the last one is 65535."));
    assertThat(Outcome.of("lint", "http://127.0.0.1:99999/")).isEqualTo(outcome);
    assertThat(Outcome.of("server", "http://127.0.0.1:99999/")).isEqualTo(outcome);
  }

  @Test
  void what_is_no_event_stream_is_not_read() {
    String moved =
        address(Script.response(302).header("Location", "/x").contentLength(4).body("ID:1").end());
    assertThat(Outcome.of("lint", moved))
        .isEqualTo(refused(moved, "answered with status 302 (Location: /x), not 200."));
    String page =
        address(
            Script.response(200)
                .header("Content-Type", "text/html")
                .contentLength(1)
                .body("<")
                .end());
    assertThat(Outcome.of("lint", page))
        .isEqualTo(
            refused(page, "answered with another Content-Type than text/event-stream: text/html."));
    String zipped =
        address(Script.eventStream().header("Content-Encoding", "gzip").body("x").end());
    assertThat(Outcome.of("lint", zipped))
        .isEqualTo(refused(zipped, "answered in a content coding that was not asked for: gzip."));
  }

  @Test
  void an_answer_that_never_comes_or_is_cut_off_is_no_stream() {
    String silent = address(Script.bare().hold());
    assertThat(Outcome.of("lint", silent, "--for", "200ms"))
        .isEqualTo(refused(silent, "did not answer within 200 ms."));
    String closed = address(Script.bare().raw("HTTP/1.1 200 OK\r\n").cut());
    assertThat(Outcome.of("lint", closed))
        .isEqualTo(refused(closed, "closed the connection without an answer."));
    String other = address(Script.bare().raw("HTTP/2 200\r\n\r\n").cut());
    assertThat(Outcome.of("lint", other))
        .isEqualTo(refused(other, "does not answer in HTTP/1: status line: HTTP/2 200."));
  }

  @Test
  void a_port_where_nobody_listens_cannot_be_reached() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String address = "http://127.0.0.1:" + port + "/";
    assertThat(Outcome.of("lint", address))
        .isEqualTo(refused(address, "cannot be reached: Connection refused."));
  }

  @Test
  void an_address_elsewhere_is_left_alone_without_consent() {
    assertThat(Outcome.of("lint", "http://192.0.2.1/events"))
        .isEqualTo(
            new Outcome(
                2,
                List.of(),
                List.of(
                    "192.0.2.1 is not this machine. Is it yours to test? Type yes to go on: "
                        + "ssespec: Nothing was sent. Say --i-own-this to test an endpoint that"
                        + " is not on this machine.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///x", "http://a b/", "https:x"})
  void an_address_without_host_is_a_usage_error(String address) {
    assertThat(Outcome.of("lint", address).code()).isEqualTo(2);
  }

  @Test
  void a_time_must_look_like_one() {
    assertThat(Outcome.of("lint", address(Script.eventStream().end()), "--for", "soon"))
        .isEqualTo(
            new Outcome(
                2,
                List.of(),
                List.of("ssespec: --for must look like 500ms, 10s or 2m but was soon.")));
  }
}
