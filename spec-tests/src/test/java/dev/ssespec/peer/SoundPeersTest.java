package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ParserTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundPeersTest {
  @Test
  void theReferenceParserFailsNoCase() {
    assertThat(bad(SoundParser.INFO, new SoundParser())).isEmpty();
  }

  @Test
  void thePlainParserWithoutAFaultFailsNoCase() {
    ParserTarget plain = (chunks, end) -> new PlainParser().whole(chunks, end);

    assertThat(bad(SoundParser.introduced("plain parser", ""), plain)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOddballFailsNoCase(ParserOddball oddball) {
    assertThat(bad(oddball.info(), oddball)).isEmpty();
  }

  @Test
  void theLiteralInterpreterReadsEachCaseAsItIsWrittenDown() {
    for (var one : Catalogue.whole().of(Role.PARSER)) {
      if (one instanceof ParserCase parserCase && parserCase.end()) {
        Words words = Words.of(PeerRun.SEED, one.header().code());
        List<Event> read =
            LiteralInterpreter.interpret(words.fill(parserCase.stream().toArray())).events();

        assertThat(read).as(one.header().code()).isEqualTo(expected(parserCase, words));
      }
    }
  }

  private static List<Event> expected(ParserCase one, Words words) {
    return one.outcomes().get(0).events().stream()
        .map(e -> new Event(e.type(), words.fill(e.data()), words.fill(e.lastEventId())))
        .map(e -> new Event(words.fill(e.type()), e.data(), e.lastEventId()))
        .toList();
  }

  private static List<String> bad(TargetInfo info, ParserTarget target) {
    return PeerRun.bad(Catalogue.whole().of(Role.PARSER), info, target).stream()
        .map(SoundPeersTest::inWords)
        .toList();
  }

  private static String inWords(CaseRecord one) {
    return one.code() + " " + one.variant() + ": " + one.reason();
  }
}
