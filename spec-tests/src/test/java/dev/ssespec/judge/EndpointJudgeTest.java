package dev.ssespec.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Role;
import dev.ssespec.clauses.Ledger;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndpointJudgeTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  private final List<TranscriptEntry> transcript = new ArrayList<>();

  @Test
  void everyClauseOfACaseStandsInTheLedger() {
    Catalogue.whole().of(Role.SERVER_URL).stream()
        .flatMap(one -> one.header().clauses().stream())
        .forEach(clause -> assertThat(Ledger.whole().find(clause)).as(clause).isPresent());
  }

  @Test
  void aServerThatTurnsUsAwayIsNotJudgedByIt() {
    watch(0, HEAD);
    transcript.add(entry(2, 2, Kind.NOTE, "visit ODD_IDS unknown", ""));
    transcript.add(entry(2, 2, Kind.RESPONSE, "", "HTTP/1.1 503 Busy\r\n\r\n"));

    assertThat(judge("S-047").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void everyRuleIsTheRuleOfACase() {
    Set<EndpointRule> judged = EnumSet.noneOf(EndpointRule.class);
    Catalogue.whole().of(Role.SERVER_URL).forEach(c -> judged.add(((EndpointCase) c).rule()));

    assertThat(judged).isEqualTo(EnumSet.allOf(EndpointRule.class));
  }

  @Nested
  class KeepAlive {
    @Test
    void aSilenceOfMoreThanThirtySecondsIsAdvisedAgainst() {
      watch(0, HEAD);
      read(1, "data: a\n\n");
      read(32, "data: b\n\n");
      over(33);

      assertThat(judge("S-026"))
          .isEqualTo(Judgement.nonStrict("silent", "Nothing came for 31.0 s."));
    }

    @Test
    void commentsPass() {
      watch(0, HEAD);
      read(15, ": \n\n");
      over(20);

      assertThat(judge("S-026")).isEqualTo(Judgement.pass());
    }

    @Test
    void aShortWatchSaysSo() {
      watch(0, HEAD);
      read(4, "data: a\n\n");
      over(10);

      assertThat(judge("S-026").reason())
          .isEqualTo("Watched for 10.0 s only, without a comment; the longest silence was 6.0 s.");
    }
  }

  @Nested
  class Flushing {
    @Test
    void oneTornBlockAmongManyIsTheNetworks() {
      watch(0, HEAD);
      read(1, "id: 1\n");
      read(2, "data: a\n\n");
      read(3, "id: 2\ndata: b\n\n");
      over(4);

      assertThat(judge("S-024")).isEqualTo(Judgement.pass());
    }

    @Test
    void aLongTearCountsEvenOnce() {
      watch(0, HEAD);
      read(1, "id: 1\n");
      read(27, "event: a\ndata: a\n\n");
      over(30);

      assertThat(judge("S-024").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void retryAndCommentsMayComeAheadOfTheirBlock() {
      watch(0, HEAD);
      read(1, "retry: 1000\n");
      read(5, ": thump\n");
      read(9, "data: a\n\n");
      over(10);

      assertThat(judge("S-024")).isEqualTo(Judgement.pass());
      assertThat(judge("S-025")).isEqualTo(Judgement.pass());
    }

    @Test
    void eventsWithoutAnyBlankLineWaitForIt() {
      watch(0, HEAD);
      read(1, "data: a\n");
      read(2, "data: b\n");
      read(3, "data: c\n");
      over(4);

      assertThat(judge("S-025").reason())
          .isEqualTo("3 data lines came one by one, and no blank line.");
    }
  }

  @Nested
  class TheStream {
    @Test
    void aCharacterUnderWayIsNoError() {
      watch(0, HEAD);
      read(1, "data: caf\u00c3");
      over(2);

      assertThat(judge("S-013")).isEqualTo(Judgement.pass());
    }

    @Test
    void anUnfinishedBlockIsNoErrorWhileTheStreamGoesOn() {
      watch(0, HEAD);
      read(1, "data: a\n");
      over(2);

      assertThat(judge("S-014").verdict()).isEqualTo(Verdict.SKIP);
    }

    @Test
    void aCommentAtTheEndNeedsNoBlankLine() {
      watch(0, HEAD);
      read(1, "data: a\n\n: bye\n");
      add(2, Kind.PEER_ENDED, "end", "");

      assertThat(judge("S-014")).isEqualTo(Judgement.pass());
    }

    @Test
    void twoByteOrderMarksAtTheStartAreOneTooMany() {
      watch(0, HEAD);
      read(1, "\u00ef\u00bb\u00bf\u00ef\u00bb\u00bfdata: a\n\n");
      over(2);

      assertThat(judge("S-021").verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Nested
  class TheHead {
    @Test
    void aQuotedCharsetInCapitalsIsUtf8() {
      watch(0, HEAD.replace("stream", "stream; x=y ;CHARSET=\"UTF-8\""));

      assertThat(judge("S-003")).isEqualTo(Judgement.pass());
    }

    @Test
    void utf8WithoutTheHyphenIsNoLabel() {
      watch(0, HEAD.replace("stream", "stream;charset=utf8"));

      assertThat(judge("S-003").reason()).isEqualTo("The label is charset=utf8.");
    }
  }

  @Nested
  class TheAnswerToHead {
    @Test
    void endsWithItsHead() {
      head(HEAD);
      transcript.add(entry(1, 2, Kind.PEER_ENDED, "end", ""));

      assertThat(judge("S-037")).isEqualTo(Judgement.pass());
    }

    @Test
    void isNotSaidToGoOnWhereOnlyTheConnectionDoes() {
      head(HEAD);
      transcript.add(entry(5, 2, Kind.DEADLINE, "", ""));

      assertThat(judge("S-037").reason())
          .isEqualTo(
              "The connection stayed open behind the answer to HEAD, though the request asked to"
                  + " close it.");
    }

    @Test
    void isMissingWhereNoHeadComes() {
      head("");
      transcript.add(entry(5, 2, Kind.DEADLINE, "", ""));

      assertThat(judge("S-037").verdict()).isEqualTo(Verdict.FAIL);
    }

    private void head(String response) {
      watch(0, HEAD);
      transcript.add(entry(1, 2, Kind.NOTE, "visit HEAD", ""));
      transcript.add(entry(1, 2, Kind.CONNECTED, "", ""));
      if (!response.isEmpty()) {
        transcript.add(entry(1, 2, Kind.RESPONSE, "", response));
      }
    }
  }

  private void watch(long seconds, String head) {
    add(seconds, Kind.NOTE, "visit WATCH", "");
    add(seconds, Kind.CONNECTED, "", "");
    add(seconds, Kind.RESPONSE, "", head);
  }

  private void read(long seconds, String bytes) {
    add(seconds, Kind.READ, "", bytes);
  }

  private void over(long seconds) {
    add(seconds, Kind.ENDED, "cut", "");
  }

  private void add(long seconds, Kind kind, String text, String latin) {
    transcript.add(entry(seconds, 1, kind, text, latin));
  }

  private static TranscriptEntry entry(
      long seconds, int connection, Kind kind, String text, String latin) {
    byte[] bytes = latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return new TranscriptEntry(seconds * 1_000_000, kind, connection, 0, text, Bytes.of(bytes));
  }

  private Judgement judge(String code) {
    var one = (EndpointCase) Catalogue.whole().find(code).orElseThrow();
    return EndpointJudge.judge(one, transcript);
  }
}
