package dev.ssespec.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.Words;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongLineJudgeTest {
  private static final long SEED = 5;
  private static final int MEBIBYTE = 1 << 20;

  private final Case testCase = Catalogue.whole().find("P-241").orElseThrow();
  private final List<TranscriptEntry> transcript = new ArrayList<>();

  @Test
  void oneRoundInProportionIsEnough() {
    round(MEBIBYTE, 300, 4_000);
    round(MEBIBYTE, 5_000, 5_000);
    round(4 * MEBIBYTE, 400, 800);

    assertThat(judged().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void noRoundInProportionHasAName() {
    round(MEBIBYTE, 300, 300);
    round(4 * MEBIBYTE, 300, 4_000);
    round(4 * MEBIBYTE, 290, 4_100);
    round(4 * MEBIBYTE, 900, 4_200);

    assertThat(judged().verdict()).isEqualTo(Verdict.NON_STRICT);
    assertThat(judged().reason())
        .isEqualTo(
            "One line of 4194304 bytes in chunks of 1024 took 4.00, 4.10, 4.20 s, 16 lines of as"
                + " many bytes together 0.30, 0.29, 0.90 s: the time grows faster than the line.");
  }

  @Test
  void fewerRoundsSettleNothing() {
    round(MEBIBYTE, 300, 4_000);
    round(MEBIBYTE, 300, 4_000);

    assertThat(judged().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void fiveRoundsThatShowNoMoreThanDoubtArePassed() {
    round(MEBIBYTE, 300, 4_000);
    round(MEBIBYTE, 300, 4_000);
    round(MEBIBYTE, 300, 800);
    round(MEBIBYTE, 300, 800);
    round(MEBIBYTE, 300, 800);
    round(4 * MEBIBYTE, 300, 300);

    assertThat(judged().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatNobodyNoticesIsNotMeasured() {
    round(MEBIBYTE, 1, 190);
    round(4 * MEBIBYTE, 1, 190);

    assertThat(judged().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void dataThatWasCutFailsInWhateverTime() {
    round(MEBIBYTE, 5_000, 5_000);
    round(4 * MEBIBYTE, 5_000, 5_000);
    ObjectNode answer = Json.message("parsed");
    answer.putArray("events").addObject().put("type", "message").put("data", "cut");
    note(LineSighting.of(LineSighting.LONGEST, 16 * MEBIBYTE, 1, 1_000, answer));

    assertThat(judged().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void noAnswerAtAllIsAHang() {
    transcript.add(
        new TranscriptEntry(1, Kind.DEADLINE, 0, 0, "1 answer was missing", Bytes.none()));

    assertThat(judged().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judged().failure()).isEqualTo(Failure.HANG);
  }

  private void round(int bytes, long shortMillis, long longMillis) {
    note(right(LineSighting.SHORT, bytes, 16, shortMillis));
    note(right(LineSighting.LONG, bytes, 1, longMillis));
  }

  private ObjectNode right(String what, int bytes, int lines, long millis) {
    ObjectNode answer = Json.message("parsed");
    var events = answer.putArray("events");
    Words words = Words.of(SEED, testCase.header().code());
    LongLineCase.data(words, bytes, lines)
        .forEach(data -> events.addObject().put("type", "message").put("data", data));
    return LineSighting.of(what, bytes, lines, millis * 1_000, answer);
  }

  private void note(ObjectNode note) {
    transcript.add(
        new TranscriptEntry(transcript.size(), Kind.NOTE, 0, 0, note.toString(), Bytes.none()));
  }

  private Judgement judged() {
    return Judge.judge(testCase, transcript, new Context(SEED, Set.of(), "eventsource"));
  }
}
