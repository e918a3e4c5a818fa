package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No generated stream fails a parser that is right, however odd it is. */
class SoundPropertiesTest {
  private final List<Case> properties =
      Catalogue.whole().of(Role.PARSER).stream().filter(PropertyCase.class::isInstance).toList();

  @Test
  void theReferenceParserHasEveryProperty() {
    assertThat(PeerRun.bad(properties, SoundParser.INFO, new SoundParser()))
        .extracting(CaseRecord::reason)
        .isEmpty();
  }

  @Test
  void thePlainParserWithoutAFaultHasEveryProperty() {
    var info = SoundParser.introduced("plain parser", "");

    assertThat(PeerRun.bad(properties, info, (chunks, end) -> new PlainParser().whole(chunks, end)))
        .extracting(CaseRecord::reason)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOddballHasEveryProperty(ParserOddball oddball) {
    assertThat(PeerRun.bad(properties, oddball.info(), oddball))
        .extracting(CaseRecord::reason)
        .isEmpty();
  }
}
