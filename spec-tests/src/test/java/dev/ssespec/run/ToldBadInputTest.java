package dev.ssespec.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ToldBadInputTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

  /** What a server does with a connection whose request it does not even read. */
  @FunctionalInterface
  private interface Manner {
    void serve(Socket connection) throws IOException;
  }

  @Test
  void aTargetThatNeverSaysWhereItsServerListensCannotBeTested() {
    assertThatThrownBy(() -> run(adapter(start -> Json.message("pardon")), "S-101"))
        .isInstanceOf(Link.StartException.class)
        .hasMessage("No server could be tested: the target never said where its server listens.");
  }

  @Test
  void aServerOnAnotherMachineIsNotTalkedTo() {
    assertThatThrownBy(() -> run(listening("http://192.0.2.1/events"), "S-101"))
        .isInstanceOf(Link.StartException.class)
        .hasMessage(
            "No server could be tested: the target's server is on another machine:"
                + " http://192.0.2.1/events.");
  }

  @Test
  void anAddressThatIsNoUrlIsNotTalkedTo() {
    assertThatThrownBy(() -> run(listening("port 8080"), "S-101"))
        .isInstanceOf(Link.StartException.class)
        .hasMessage("No server could be tested: the target's server is at no http URL: port 8080.");
  }

  @Test
  void aServerThatAnswersNothingIsFoundByTheRuleOnTheStatus() throws Exception {
    Map<String, CaseRecord> records =
        served(connection -> connection.getInputStream().read(new byte[1 << 16]));

    assertThat(verdict(records, "S-001")).isEqualTo(Verdict.FAIL);
    assertThat(verdict(records, "S-101")).isIn(Verdict.SKIP, Verdict.FAIL);
    assertThat(verdict(records, "S-102")).isEqualTo(Verdict.SKIP);
  }

  @Test
  void aServerThatResetsAtOnceIsFoundByTheRuleOnTheStatus() throws Exception {
    Map<String, CaseRecord> records = served(connection -> connection.setSoLinger(true, 0));

    assertThat(verdict(records, "S-001")).isEqualTo(Verdict.FAIL);
    assertThat(verdict(records, "S-102")).isEqualTo(Verdict.SKIP);
  }

  @Test
  void bytesWithoutEndAreNotReadToTheEnd() throws Exception {
    byte[] some = "x".repeat(1 << 16).getBytes(US_ASCII);
    Map<String, CaseRecord> records =
        served(
            connection -> {
              OutputStream out = connection.getOutputStream();
              out.write(HEAD.getBytes(US_ASCII));
              while (true) {
                out.write(some);
              }
            });

    assertThat(verdict(records, "S-101")).isEqualTo(Verdict.FAIL);
    assertThat(record(records, "S-101").reason())
        .matches(
            "A plain event that the server was told to send never arrived: \\d+ bytes came"
                + " without one\\.");
    assertThat(verdict(records, "S-102")).isEqualTo(Verdict.SKIP);
  }

  private static CaseRecord record(Map<String, CaseRecord> records, String code) {
    return Objects.requireNonNull(records.get(code), code);
  }

  private static Verdict verdict(Map<String, CaseRecord> records, String code) {
    return record(records, code).verdict();
  }

  /** An adapter of a server of that manner. */
  private static Map<String, CaseRecord> served(Manner manner) throws IOException {
    try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(
              () -> {
                while (!socket.isClosed()) {
                  try {
                    Socket connection = socket.accept();
                    new Thread(() -> serve(connection, manner), "manner").start();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.start();
      return run(
          listening("http://127.0.0.1:" + socket.getLocalPort() + "/events"),
          "S-001",
          "S-101",
          "S-102");
    }
  }

  private static void serve(Socket connection, Manner manner) {
    try (connection) {
      manner.serve(connection);
      if (connection.getSoLinger() < 0) {
        connection.getInputStream().read();
      }
    } catch (IOException e) {
      // The kit has gone.
    }
  }

  private static Link.Starter listening(String url) {
    return adapter(start -> Json.message("listening").put("url", url));
  }

  private static Link.Starter adapter(Function<ObjectNode, ObjectNode> start) {
    return ear ->
        new Link() {
          @Override
          public void tell(ObjectNode message) {
            String op = message.path("op").asText();
            ObjectNode answer =
                switch (op) {
                  case "hello" -> Json.message("hello").put("protocol", 1);
                  case "start" -> start.apply(message);
                  case "send" -> Json.message("sent").put("seq", message.path("seq").asInt());
                  default -> Json.message("unsupported").put("of", op);
                };
            answer.set("id", message.path("id"));
            ear.said(answer);
          }

          @Override
          public String log() {
            return "";
          }

          @Override
          public boolean dismiss() {
            return true;
          }

          @Override
          public void kill() {}
        };
  }

  private static Map<String, CaseRecord> run(Link.Starter starter, String... codes) {
    List<Case> cases =
        Catalogue.whole().playedTo(Role.SERVER).stream()
            .filter(one -> List.of(codes).contains(one.header().code()))
            .toList();
    Map<String, CaseRecord> records = new HashMap<>();
    var plug = new Plug(Role.SERVER, starter, "", List.of());
    try (var runner = new Runner(plug, new RunOptions(1, 2, Duration.ofSeconds(1)))) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              records.put(judged.code(), judged);
            }
          });
    }
    return records;
  }
}
