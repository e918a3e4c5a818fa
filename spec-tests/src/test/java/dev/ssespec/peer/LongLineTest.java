package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.Role;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.ParserTarget;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case on the time that long lines take, with parsers that take too long and others. */
class LongLineTest {
  private final List<Case> cases =
      Catalogue.whole().of(Role.PARSER).stream().filter(LongLineCase.class::isInstance).toList();

  @Test
  void theReferenceParserTakesTimeInProportion() {
    assertThat(record(new SoundParser()).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void thePlainParserTakesTimeInProportion() {
    assertThat(record((chunks, end) -> new PlainParser().whole(chunks, end)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @MethodSource("dev.ssespec.peer.ParserFaults#inTimeAlone")
  void whoTakesLongerAndLongerIsToldSoAndDoesNotFail(ParserFault fault) {
    assertThat(cases)
        .allSatisfy(one -> assertThat(one.header().catches()).containsExactly(fault.name()));

    CaseRecord record = record(new FaultyParser(fault));

    assertThat(record.verdict()).isEqualTo(Verdict.NON_STRICT);
    assertThat(record.outcome()).isEqualTo(LongLineCase.OUT_OF_PROPORTION);
  }

  @Test
  void aLimitOfALineFails() {
    var limited = new FaultyParser(ParserFaults.find("line-limit-of-a-megabyte").orElseThrow());

    CaseRecord record = record(limited);

    assertThat(record.failure()).isEqualTo(Failure.CRASH);
    assertThat(record.reason())
        .isEqualTo(
            "1 x 1048576 bytes: the library threw: \"java.lang.IllegalStateException: line too"
                + " long\"");
  }

  @Test
  void aLineThatIsLostFails() {
    var limited = new FaultyParser(ParserFaults.find("line-limit-four-kilobytes").orElseThrow());

    assertThat(record(limited).failure()).isEqualTo(Failure.MISSING);
  }

  @Test
  void aRecordingIsShortAndIsJudgedAgainAsItWas() {
    CaseRecord record = record(new SoundParser());
    var context = new Context(PeerRun.SEED, Set.copyOf(SoundParser.INFO.capabilities()), "");

    assertThat(record.transcript().toString().length()).isLessThan(10_000);
    assertThat(Judge.judge(cases.get(0), record.transcript(), context).verdict())
        .isEqualTo(record.verdict());
  }

  private CaseRecord record(ParserTarget target) {
    return PeerRun.records(cases, SoundParser.INFO, target).get(0);
  }
}
