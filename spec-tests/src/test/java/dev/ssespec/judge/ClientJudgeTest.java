package dev.ssespec.judge;

import static dev.ssespec.cases.ClientCase.client;
import static dev.ssespec.cases.ClientExpectation.errors;
import static dev.ssespec.cases.ClientExpectation.events;
import static dev.ssespec.cases.ClientExpectation.lastEventId;
import static dev.ssespec.cases.ClientExpectation.noLastEventId;
import static dev.ssespec.cases.ClientExpectation.requests;
import static dev.ssespec.cases.ParserCase.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.server.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientJudgeTest {
  private static final Context ALL =
      new Context(1, Set.of("last-event-id", "error", "opened"), "eventsource");

  private final List<TranscriptEntry> transcript = new ArrayList<>();

  private static ClientCase.Builder someCase() {
    return client("C-901", "client/test/one")
        .must("A test")
        .clauses("interpret/empty-line")
        .why("A test.")
        .hint("A test.")
        .answers(Script.status(204));
  }

  private Judgement judge(Context context, ClientExpectation... expectations) {
    return Judge.judge(someCase().expect(expectations).build(), transcript, context);
  }

  private void request(long millis, int number, String head) {
    add(millis, Kind.REQUEST, number, "GET .", Bytes.utf8(head));
  }

  private void over(long millis, int number) {
    add(millis, Kind.ENDED, number, "end", Bytes.none());
  }

  private void said(String message) {
    add(0, Kind.SAID, 0, message, Bytes.none());
  }

  private void note(String text) {
    add(0, Kind.NOTE, 0, text, Bytes.none());
  }

  private void add(long millis, Kind kind, int request, String text, Bytes bytes) {
    transcript.add(new TranscriptEntry(millis * 1000, kind, 1, request, text, bytes));
  }

  @Test
  void requestsCountUpToTheMark() {
    request(0, 1, "GET / HTTP/1.1\r\n\r\n");
    note("the case is over");
    request(9, 2, "GET / HTTP/1.1\r\n\r\n");

    assertThat(judge(ALL, requests(1)).verdict()).isEqualTo(Verdict.PASS);
    Judgement two = judge(ALL, requests(2));
    assertThat(two.failure()).isEqualTo(Failure.MISSING);
    assertThat(two.reason()).isEqualTo("Requests: expected 2 but was 1.");
  }

  @Test
  void eventsCountUpToTheAnswerToClose() {
    note("the case is over");
    said("{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"x\"}}");
    said("{\"op\":\"closed\",\"id\":\"c1\"}");
    said("{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"y\"}}");

    assertThat(judge(ALL, events(message("x"))).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(ALL, new ClientExpectation.SilentAfterClose()).failure())
        .isEqualTo(Failure.EXTRA);
  }

  @Test
  void anIdIsComparedByItsBytes() {
    request(0, 1, "GET / HTTP/1.1\r\nLast-Event-ID:  é \r\n\r\n");

    assertThat(judge(ALL, lastEventId(1, "é")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(ALL, noLastEventId(1)).reason())
        .isEqualTo(
            "Request 1, header last-event-id: expected no such header but was"
                + " \"\\xc3\\xa9\".");
  }

  @Test
  void anEmptyHeaderIsAHeader() {
    request(0, 1, "GET / HTTP/1.1\r\nLast-Event-ID: \r\n\r\n");

    assertThat(judge(ALL, noLastEventId(1)).failure()).isEqualTo(Failure.EXTRA);
  }

  @Test
  void tooEarlyFailsAndLateDoesNot() {
    over(100, 1);
    request(350, 2, "GET / HTTP/1.1\r\n\r\n");

    assertThat(judge(ALL, new ClientExpectation.NotBefore(2, 250)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(ALL, new ClientExpectation.NotBefore(2, 300)).failure())
        .isEqualTo(Failure.EARLY);
    assertThat(judge(ALL, new ClientExpectation.NotBefore(2, 1)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aTargetMayKnowOfAnOrderlyEndBeforeTheKitWritesItDown() {
    add(100, Kind.WROTE, 1, "", Bytes.utf8("0\r\n\r\n"));
    over(260, 1);
    request(400, 2, "GET / HTTP/1.1\r\n\r\n");

    assertThat(judge(ALL, new ClientExpectation.NotBefore(2, 300)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(ALL, new ClientExpectation.NotBefore(2, 310)).failure())
        .isEqualTo(Failure.EARLY);
  }

  @Test
  void whatAnAdapterCannotShowIsNotHeldAgainstIt() {
    var silent = new Context(1, Set.of(), "eventsource");

    assertThat(judge(silent, errors("closed")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(ALL, errors("closed")).failure()).isEqualTo(Failure.MISSING);
  }

  @Test
  void anOutcomeForStreamsIsOnlyForThem() {
    ClientCase testCase =
        someCase().expect(requests(1)).or("stream: tries again", requests(2)).build();
    request(0, 1, "GET / HTTP/1.1\r\n\r\n");
    request(9, 2, "GET / HTTP/1.1\r\n\r\n");

    assertThat(Judge.judge(testCase, transcript, ALL).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(Judge.judge(testCase, transcript, new Context(1, Set.of(), "stream")).outcome())
        .isEqualTo("stream: tries again");
  }

  @Test
  void theApplicationAndTheConnectionAreToldApart() {
    request(0, 1, "GET / HTTP/1.1\r\n\r\n");
    said("{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"x\"}}");

    assertThat(judge(ALL, events(message("x")), requests(2)).columns())
        .isEqualTo(Columns.of(Verdict.PASS, Verdict.FAIL));
    assertThat(judge(ALL, events(message("y")), requests(1)).columns())
        .isEqualTo(Columns.of(Verdict.FAIL, Verdict.PASS));
    assertThat(judge(ALL, requests(1)).columns())
        .isEqualTo(new Columns(Optional.empty(), Optional.of(Verdict.PASS)));
  }

  @Test
  void anOtherOutcomeIsOneOfItsColumnsAlone() {
    ClientCase testCase =
        someCase()
            .expect(events(message("x")), requests(2))
            .or("stays away", events(message("x")), requests(1))
            .build();
    request(0, 1, "GET / HTTP/1.1\r\n\r\n");
    said("{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"x\"}}");

    Judgement judgement = Judge.judge(testCase, transcript, ALL);

    assertThat(judgement.verdict()).isEqualTo(Verdict.NON_STRICT);
    assertThat(judgement.columns()).isEqualTo(Columns.of(Verdict.PASS, Verdict.NON_STRICT));
  }

  /** Each column fits an outcome, and both together fit none. */
  @Test
  void aMixOfTwoOutcomesIsBlamedOnWhatIsSeenFirst() {
    ClientCase testCase =
        someCase()
            .expect(events(message("x")), requests(2))
            .or("nothing at all", events(), requests(1))
            .build();
    request(0, 1, "GET / HTTP/1.1\r\n\r\n");
    said("{\"op\":\"event\",\"id\":\"c1\",\"event\":{\"type\":\"message\",\"data\":\"x\"}}");

    Judgement judgement = Judge.judge(testCase, transcript, ALL);

    assertThat(judgement.reason()).isEqualTo("Requests: expected 2 but was 1.");
    assertThat(judgement.columns()).isEqualTo(Columns.of(Verdict.PASS, Verdict.FAIL));
  }

  @Test
  void theDeathOfTheTargetIsACrash() {
    add(0, Kind.EXITED, 0, "the process exited with code 3", Bytes.none());

    assertThat(judge(ALL, requests(0)).reason())
        .isEqualTo("The target died: the process exited with code 3.");
  }
}
