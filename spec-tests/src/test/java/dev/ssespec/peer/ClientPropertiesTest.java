package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.property.Connections;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.ClientTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated streams over several connections: sound clients pass, faulty ones are found out. */
class ClientPropertiesTest {
  private static final int TINY = 40;

  private final List<Case> properties = ClientPeerRun.properties();

  private List<String> bad(TargetInfo info, ClientTarget target) {
    return ClientPeerRun.patientRecords(info, target, properties).stream()
        .filter(one -> one.verdict() != Verdict.PASS && one.verdict() != Verdict.NON_STRICT)
        .map(CaseRecord::reason)
        .toList();
  }

  @Test
  void theReferenceClientHasEveryProperty() {
    try (var client = new SoundClient()) {
      assertThat(bad(SoundClient.INFO, client)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOddballHasEveryProperty(ClientOddball oddball) {
    var client = new PlainClient(PlainManner.with(oddball));

    assertThat(bad(PlainClient.info(oddball.name()), client)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "KEEPS_BLOCK_OVER_CONNECTIONS",
        "KEEPS_LINE_OVER_CONNECTIONS",
        "KEEPS_DECODER_OVER_CONNECTIONS",
        "STRIPS_FIRST_MARK_ALONE",
        "NEVER_SENDS_ID",
        "COMMITS_ID_AT_FIELD",
        "FORGETS_ID_OF_EMPTY_BLOCK",
        "DISPATCHES_UNFINISHED_BLOCK",
        "SPLITS_LINES_IN_EACH_CHUNK",
        "GIVES_UP_AFTER_RESET",
        "GIVES_UP_AFTER_CUT_BODY"
      })
  void aFaultIsFoundWithFewBytes(ClientFault fault) {
    var client = new PlainClient(PlainManner.with(fault));

    List<CaseRecord> found =
        ClientPeerRun.records(PlainClient.info(fault.word()), client, properties).stream()
            .filter(one -> one.verdict() == Verdict.FAIL)
            .toList();

    assertThat(found).isNotEmpty();
    assertThat(found).anySatisfy(one -> assertThat(bytes(one)).isLessThanOrEqualTo(TINY));
    assertThat(found).allSatisfy(one -> assertThat(one.reason()).contains("Response 2: ", "seed "));
  }

  private static int bytes(CaseRecord record) {
    return record.transcript().stream()
        .map(TranscriptEntry::text)
        .filter(Connections::isNote)
        .map(Connections::read)
        .flatMap(connections -> connections.all().stream())
        .mapToInt(connection -> connection.whole().length)
        .sum();
  }

  @Test
  void aRecordingIsJudgedAgainAsItWas() {
    var info = PlainClient.info("literal");
    var context = new Context(ClientPeerRun.SEED, Set.copyOf(info.capabilities()), "eventsource");
    var client = new PlainClient(PlainManner.with(ClientOddball.FOLLOWS_TEXT_LITERALLY));

    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (CaseRecord record : ClientPeerRun.patientRecords(info, client, properties)) {
      Case one = Catalogue.whole().find(record.code()).orElseThrow();
      Judgement again = Judge.judge(one, record.transcript(), context);

      verdicts.add(record.verdict());
      assertThat(again.verdict()).isEqualTo(record.verdict());
      assertThat(again.reason()).isEqualTo(record.reason());
      assertThat(again.columns().application())
          .isEqualTo(Optional.ofNullable(record.application()));
    }
    assertThat(verdicts).contains(Verdict.NON_STRICT);
  }
}
