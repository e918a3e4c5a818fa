package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.run.DirectPlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue, tested with parsers that have one fault each: the cases that name the fault must
 * fail, and no others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixTest {
  private final List<ParserCase> cases =
      Catalogue.whole().of(Role.PARSER).stream()
          .filter(ParserCase.class::isInstance)
          .map(ParserCase.class::cast)
          .toList();
  private final DirectPlay play = new DirectPlay(PeerRun.SEED);
  private final Played<ParserFault, Kills> matrix =
      new Played<>(ParserFaults.all(), Runtime.getRuntime().availableProcessors(), this::kills);

  static Stream<ParserFault> faults() {
    return ParserFaults.all().stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsCaughtByExactlyTheCasesThatNameIt(ParserFault fault) {
    Set<String> named = named(fault);

    Kills kills = matrix.of(fault);

    assertThat(named).as("cases that name it").isNotEmpty();
    assertThat(kills.codes()).isEqualTo(named);
    assertThat(kills.kinds()).isEqualTo(fault.kinds());
  }

  private Kills kills(ParserFault fault) {
    return Kills.of(fault, play.bad(cases, new FaultyParser(fault)), named(fault));
  }

  private Set<String> named(ParserFault fault) {
    return cases.stream()
        .filter(one -> one.header().catches().contains(fault.name()))
        .map(one -> one.header().code())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crlf-cut-is-two", "malformed-throws", "id-without-data-lost"})
  void theRunnerSaysTheSame(String name) {
    var parser = new FaultyParser(ParserFaults.find(name).orElseThrow());
    List<ParserCase> small = cases.stream().filter(c -> c.stream().length() < 2_000).toList();

    assertThat(PeerRun.bad(small, parser.info(), parser))
        .extracting(CaseRecord::code, CaseRecord::variant)
        .containsExactlyInAnyOrderElementsOf(
            play.bad(small, parser).stream()
                .map(bad -> tuple(bad.code(), bad.variant()))
                .distinct()
                .toList());
  }

  @Test
  void everyCaseCatchesAFault() {
    assertThat(cases).allSatisfy(one -> assertThat(one.header().catches()).isNotEmpty());
  }

  @Test
  void everyNamedFaultExists() {
    Set<String> known = faults().map(ParserFault::name).collect(Collectors.toSet());

    assertThat(cases).allSatisfy(one -> assertThat(known).containsAll(one.header().catches()));
  }

  @Test
  void noTwoFaultsShareAName() {
    assertThat(faults().map(ParserFault::name)).doesNotHaveDuplicates();
  }

  @AfterAll
  void writesTheMatrix() throws IOException {
    KillMatrix.write(
        Path.of("target/kill-matrix.md"),
        cases,
        ParserFaults.all().stream().map(matrix::of).toList());
  }
}
