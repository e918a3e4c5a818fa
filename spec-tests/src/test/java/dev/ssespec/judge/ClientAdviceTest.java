package dev.ssespec.judge;

import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.requests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientExpectation.Header;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.server.Coding;
import dev.ssespec.server.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAdviceTest {
  private static final Context ALL = new Context(1, Set.of("error"), "eventsource");

  private final List<TranscriptEntry> transcript = new ArrayList<>();

  private static ClientCase.Builder someCase() {
    return client("C-901", "client/test/one")
        .must("A test")
        .clauses("interpret/empty-line")
        .why("A test.")
        .hint("A test.")
        .answers(Script.status(204));
  }

  private Judgement judge(ClientExpectation... expectations) {
    return Judge.judge(someCase().expect(expectations).build(), transcript, ALL);
  }

  private void add(long millis, Kind kind, int request, String text, String bytes) {
    transcript.add(new TranscriptEntry(millis * 1000, kind, 1, request, text, Bytes.utf8(bytes)));
  }

  private void event(long millis) {
    add(millis, Kind.SAID, 0, "{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"data\":\"x\"}}", "");
  }

  @Test
  void timeIsComparedByteForByte() {
    add(0, Kind.WROTE, 1, "", "head");
    add(10, Kind.WROTE, 1, "", "short");
    event(1010);
    add(2000, Kind.WROTE, 1, "", "long");
    event(10_000);

    assertThat(judge(new ClientExpectation.InProportion(100, 400, 2)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(new ClientExpectation.InProportion(100, 400, 1)).reason())
        .isEqualTo(
            "An event of 100 bytes took 1000 ms, one of 400 bytes 8000 ms: 2.0 times as long for"
                + " each byte.");
  }

  @Test
  void whatTakesLessThanASecondIsQuickEnough() {
    add(0, Kind.WROTE, 1, "", "head");
    add(10, Kind.WROTE, 1, "", "short");
    event(11);
    add(20, Kind.WROTE, 1, "", "long");
    event(1019);

    assertThat(judge(new ClientExpectation.InProportion(100, 400, 1)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void theTimeBetweenTwoRequestsIsTold() {
    add(0, Kind.REQUEST, 1, "GET .", "GET / HTTP/1.1\r\n\r\n");
    add(300, Kind.REQUEST, 2, "GET .", "GET / HTTP/1.1\r\n\r\n");

    assertThat(judge(new ClientExpectation.Took(1, 2, 300)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(new ClientExpectation.Took(1, 2, 301)).reason())
        .isEqualTo("1 more requests came within 300 ms.");
  }

  @Test
  void aSecretIsLookedForInTheMessagesOfErrors() {
    add(0, Kind.SAID, 0, "{\"op\":\"error\",\"state\":\"closed\",\"message\":\"Bearer k\"}", "");

    assertThat(judge(new ClientExpectation.NotInErrors("x")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(new ClientExpectation.NotInErrors("Bearer k")).reason())
        .isEqualTo("The message of an error holds \"Bearer k\".");
  }

  @Test
  void whatWasNotAskedForIsNotJudged() {
    ClientCase testCase =
        someCase()
            .expect(requests(1))
            .notApplicableWhere(
                new Header(1, "accept-encoding", new HeaderRule.AdmitsNot(Coding.BROTLI)))
            .build();
    add(0, Kind.REQUEST, 1, "GET .", "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br;q=0\r\n\r\n");
    assertThat(Judge.judge(testCase, transcript, ALL).verdict()).isEqualTo(Verdict.SKIP);

    transcript.clear();
    add(0, Kind.REQUEST, 1, "GET .", "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\n");
    assertThat(Judge.judge(testCase, transcript, ALL).verdict()).isEqualTo(Verdict.PASS);
  }
}
