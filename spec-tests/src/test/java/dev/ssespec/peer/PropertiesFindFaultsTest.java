package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Role;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated streams find faults that nobody told them of, and shrink to what a person can read. */
class PropertiesFindFaultsTest {
  private static final int TINY = 30;

  private final List<Case> properties =
      Catalogue.whole().of(Role.PARSER).stream().filter(PropertyCase.class::isInstance).toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decode-each-chunk",
        "malformed-per-run",
        "nul-dropped",
        "text-normalised",
        "mark-dropped-everywhere",
        "crlf-cut-is-two",
        "carriage-return-remembered",
        "separators-end-lines",
        "next-line-ends-lines",
        "line-ends-with-chunk",
        "event-with-chunk",
        "names-by-prefix",
        "values-trimmed-behind",
        "last-colon-splits",
        "last-line-wins",
        "buffer-not-cleared",
        "id-without-data-lost",
        "retry-in-seconds",
        "comment-loses-event",
        "flushed-at-end"
      })
  void aFaultIsFoundWithATinyStream(String name) {
    var parser = new FaultyParser(ParserFaults.find(name).orElseThrow());

    List<CaseRecord> found = PeerRun.bad(properties, parser.info(), parser);

    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            record ->
                assertThat(record.transcript())
                    .filteredOn(entry -> entry.kind() == Kind.TOLD)
                    .isNotEmpty()
                    .allSatisfy(told -> assertThat(bytes(told)).isLessThanOrEqualTo(TINY)));
  }

  @Test
  void aRecordingIsJudgedAgainAsItWas() {
    var parser = new FaultyParser(ParserFaults.find("buffer-not-cleared").orElseThrow());
    var context =
        new Context(PeerRun.SEED, Set.copyOf(parser.info().capabilities()), "eventsource");

    for (CaseRecord record : PeerRun.records(properties, parser.info(), parser)) {
      Case one = Catalogue.whole().find(record.code()).orElseThrow();
      Judgement again = Judge.judge(one, record.transcript(), context);

      assertThat(again.verdict()).isEqualTo(record.verdict());
      assertThat(again.reason()).isEqualTo(record.reason());
    }
  }

  private static int bytes(TranscriptEntry told) {
    int bytes = 0;
    for (var chunk : Json.parse(told.text()).orElseThrow().path("chunks")) {
      bytes += Base64.getDecoder().decode(chunk.asText()).length;
    }
    return bytes;
  }
}
