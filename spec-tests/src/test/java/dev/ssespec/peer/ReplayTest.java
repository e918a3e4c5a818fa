package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.parser.Event;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.ClientTarget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The parser's streams over HTTP: sound clients pass, and a fault is told where it sits. */
class ReplayTest {
  private static final List<String> ALL = PlainClient.info("").capabilities();

  private static TargetInfo without(String... hidden) {
    List<String> left = ALL.stream().filter(one -> !List.of(hidden).contains(one)).toList();
    return new TargetInfo("plain", "", "Java", "", "eventsource", left, "");
  }

  @Nested
  class NothingFails {
    private final List<Case> replays = ClientPeerRun.replays();

    private List<String> bad(TargetInfo info, ClientTarget target) {
      return ClientPeerRun.patientRecords(info, target, replays).stream()
          .filter(one -> one.verdict() == Verdict.FAIL || one.verdict() == Verdict.INCONCLUSIVE)
          .map(one -> one.code() + " " + one.variant() + ": " + one.reason())
          .toList();
    }

    @Test
    void ofTheReferenceClient() {
      try (var client = new SoundClient()) {
        assertThat(bad(SoundClient.INFO, client)).isEmpty();
      }
    }

    @ParameterizedTest
    @EnumSource(
        names = {"FOLLOWS_TEXT_LITERALLY", "LEAVES_OUT_ODD_IDS", "CLAMPS_RETRY", "WAITS_LONGER"})
    void ofAnOddball(ClientOddball oddball) {
      var client = new PlainClient(PlainManner.with(oddball));

      assertThat(bad(PlainClient.info(oddball.name()), client)).isEmpty();
    }

    @Test
    void whereTheReconnectionTimeIsTaughtFirst() {
      assertThat(bad(without("retry-option"), new PlainClient(PlainManner.sound()))).isEmpty();
    }

    @Test
    void ofAReaderThatNeverComesBack() {
      assertThat(bad(without("reconnect"), new OneShot())).isEmpty();
    }

    @Test
    void ofAClientThatNeverComesBackAndShould() {
      assertThat(bad(without(), new OneShot())).isEmpty();
    }
  }

  /** It would colour all replays; client/last-event-id blames it. */
  @Test
  void anEmptyHeaderWhereNoneIsDueIsNoMatterOfAStream() {
    var client = new PlainClient(PlainManner.with(ClientFault.SENDS_BLANK_ID_AFTER_RESET));

    CaseRecord found = worst(PlainClient.info("blank"), client, "P-085");

    assertThat(found.verdict()).as(found.reason()).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "P-061, KEEPS_TYPE_AFTER_EVENT, FAIL, PASS",
    "P-126, DECODES_EACH_CHUNK_BY_ITSELF, FAIL, PASS",
    "P-168, SPLITS_LINES_IN_EACH_CHUNK, FAIL, PASS",
    "P-056, DISPATCHES_WITHOUT_DATA, FAIL, PASS",
    "P-165, WAITS_FOR_BYTE_BEHIND_CR, FAIL, PASS",
    "P-218, ENDS_AT_LONG_LINE, FAIL, PASS",
    "P-207, KEEPS_LINE_OVER_CONNECTIONS, FAIL, PASS",
    "P-208, KEEPS_BLOCK_OVER_CONNECTIONS, FAIL, PASS",
    "P-208, DISPATCHES_UNFINISHED_BLOCK, FAIL, PASS",
    "P-083, FORGETS_ID_OF_EMPTY_BLOCK, FAIL, FAIL",
    "P-084, NEVER_SENDS_ID, PASS, FAIL",
    "P-086, COMMITS_ID_AT_FIELD, PASS, FAIL",
    "P-091, SENDS_ID_AS_LATIN, PASS, FAIL",
    "P-092, DIES_OF_CONTROL_IN_ID, PASS, FAIL",
    "P-035, TAKES_EMPTY_BODY_FOR_FAILURE, PASS, FAIL"
  })
  void aFaultIsToldWhereItSits(
      String code, ClientFault fault, Verdict application, Verdict connection) {
    var client = new PlainClient(PlainManner.with(fault));

    CaseRecord found = worst(PlainClient.info(fault.word()), client, code);

    assertThat(found.verdict()).as(found.reason()).isEqualTo(Verdict.FAIL);
    assertThat(found.application()).as(found.reason()).isEqualTo(application);
    assertThat(found.connection()).as(found.reason()).isEqualTo(connection);
  }

  @Test
  void aStreamThatStaysOpenIsNoMatterOfTheConnection() {
    var client = new PlainClient(PlainManner.with(ClientFault.WAITS_FOR_BYTE_BEHIND_CR));

    CaseRecord found = worst(PlainClient.info("late"), client, "P-166");

    assertThat(found.application()).isEqualTo(Verdict.FAIL);
    assertThat(found.connection()).isNull();
  }

  @Test
  void whatCannotBeReplayedSaysWhy() {
    var client = new PlainClient(PlainManner.sound());

    assertThat(ClientPeerRun.records(PlainClient.info("plain"), client, some("P-120", "P-178")))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.skip()).isEqualTo(SkipReason.NOT_APPLICABLE))
        .allSatisfy(one -> assertThat(one.replayed()).isTrue());
  }

  @Test
  void aRecordingIsJudgedAgainAsItWas() {
    var client = new PlainClient(PlainManner.with(ClientFault.FORGETS_ID_OF_EMPTY_BLOCK));
    var info = without("retry-option");
    var context = new Context(ClientPeerRun.SEED, Set.copyOf(info.capabilities()), "eventsource");

    for (CaseRecord record : ClientPeerRun.records(info, client, some("P-001", "P-083", "P-181"))) {
      Case one = Catalogue.whole().find(record.code()).orElseThrow();
      Judgement again = Judge.judge(one, record.transcript(), context);

      assertThat(again.verdict()).isEqualTo(record.verdict());
      assertThat(again.reason()).isEqualTo(record.reason());
      assertThat(again.columns().application())
          .isEqualTo(Optional.ofNullable(record.application()));
      assertThat(again.columns().connection()).isEqualTo(Optional.ofNullable(record.connection()));
    }
  }

  private static List<Case> some(String... codes) {
    return ClientPeerRun.replays().stream()
        .filter(one -> List.of(codes).contains(one.header().code()))
        .toList();
  }

  private static CaseRecord worst(TargetInfo info, ClientTarget target, String code) {
    List<CaseRecord> records = ClientPeerRun.records(info, target, some(code));
    return records.stream()
        .filter(one -> one.verdict() == Verdict.FAIL)
        .findFirst()
        .orElse(records.get(0));
  }

  /** Reads one response, tells of its end as a failure for good, and does not come back today. */
  private static final class OneShot implements ClientTarget {
    private static final long A_DAY = 86_400_000;

    private final ClientTarget plain = new PlainClient(PlainManner.with(ClientFault.IGNORES_RETRY));

    @Override
    public Source open(Options options, Ear ear) {
      return plain.open(
          new Options(
              options.url(),
              options.eventTypes(),
              options.lastEventId(),
              options.headers(),
              options.method(),
              options.body(),
              options.withCredentials(),
              OptionalLong.of(A_DAY),
              options.readTimeoutMillis(),
              options.caFile()),
          new LastWords(ear));
    }
  }

  private record LastWords(ClientTarget.Ear ear) implements ClientTarget.Ear {
    @Override
    public void opened() {
      ear.opened();
    }

    @Override
    public void event(Event event, String origin) {
      ear.event(event, origin);
    }

    @Override
    public void comment(String text) {
      ear.comment(text);
    }

    @Override
    public void reconnecting(String reason) {
      ear.failed(reason);
    }

    @Override
    public void failed(String reason) {
      ear.failed(reason);
    }
  }
}
