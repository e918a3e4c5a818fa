package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.run.DirectPlay;
import dev.ssespec.target.ParserTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundPeersTest {
  private final List<ParserCase> cases =
      Catalogue.whole().of(Role.PARSER).stream()
          .filter(ParserCase.class::isInstance)
          .map(ParserCase.class::cast)
          .toList();

  @Test
  void theReferenceParserFailsNoCase() {
    assertThat(PeerRun.bad(cases, SoundParser.INFO, new SoundParser()))
        .extracting(SoundPeersTest::inWords)
        .isEmpty();
  }

  @Test
  void thePlainParserWithoutAFaultFailsNoCase() {
    ParserTarget plain = (chunks, end) -> new PlainParser().whole(chunks, end);

    assertThat(new DirectPlay(PeerRun.SEED).bad(cases, plain)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOddballFailsNoCase(ParserOddball oddball) {
    assertThat(new DirectPlay(PeerRun.SEED).bad(cases, oddball)).isEmpty();
  }

  @Test
  void theLiteralInterpreterReadsEachCaseAsItIsWrittenDown() {
    for (ParserCase one : cases) {
      if (one.end()) {
        Words words = Words.of(PeerRun.SEED, one.header().code());
        byte[] stream = words.fill(one.stream().toArray());

        assertThat(LiteralInterpreter.interpret(stream).events())
            .as(one.header().code())
            .isEqualTo(expected(one, words));
      }
    }
  }

  private static List<Event> expected(ParserCase one, Words words) {
    return one.outcomes().get(0).events().stream()
        .map(
            e -> new Event(words.fill(e.type()), words.fill(e.data()), words.fill(e.lastEventId())))
        .toList();
  }

  private static String inWords(CaseRecord one) {
    return one.code() + " " + one.variant() + ": " + one.reason();
  }
}
