package dev.ssespec.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no server in this JVM can be told to send, as their interface is typed. */
class EmissionJudgeTest {
  private static final Context CONTEXT = new Context(7, Set.of(), "eventsource");

  private static Judgement judged(String code, String said, String block) {
    Case testCase =
        Catalogue.whole().cases().stream()
            .filter(one -> one.header().code().equals(code))
            .findFirst()
            .orElseThrow();
    List<TranscriptEntry> entries = new ArrayList<>();
    add(entries, Kind.NOTE, 1, "visit WATCH", "");
    add(
        entries,
        Kind.RESPONSE,
        1,
        "",
        "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
    add(
        entries,
        Kind.NOTE,
        0,
        "values {\"probe\":\"ppp\",\"sentinel\":\"sss\",\"orders\":[2]}",
        "");
    add(entries, Kind.SAID, 0, "{\"op\":\"" + said + "\",\"id\":\"s1\",\"seq\":2}", "");
    add(entries, Kind.READ, 1, "", "data: ppp\n\n" + block + "data: sss\n\ndata: lll\n\n");
    return Judge.judge(testCase, entries, CONTEXT);
  }

  private static void add(
      List<TranscriptEntry> entries, Kind kind, int connection, String text, String bytes) {
    entries.add(
        new TranscriptEntry(
            entries.size(), kind, connection, 0, text, Bytes.of(bytes.getBytes(UTF_8))));
  }

  private static String data(String code) {
    return "data: " + dev.ssespec.cases.Words.of(7, code).fill("{d}") + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "sent, 'retry: 1500.5\n', FAIL",
    "sent, 'retry: 15005\n', FAIL",
    "sent, 'retry: 1500\n', PASS",
    "sent, 'retry: 1501\n', PASS",
    "sent, '', PASS"
  })
  void aFractionOfAMillisecondIsNotSentAsItIs(String said, String retry, Verdict verdict) {
    assertThat(judged("S-210", said, retry + data("S-210") + "\n").verdict()).isEqualTo(verdict);
  }

  @Test
  void aFractionOfAMillisecondMayBeRefused() {
    assertThat(judged("S-210", "refused", "").verdict()).isEqualTo(Verdict.PASS);
  }
}
