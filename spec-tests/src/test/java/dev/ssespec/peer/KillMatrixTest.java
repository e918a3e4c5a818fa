package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
  private final List<Kills> matrix = new ArrayList<>();

  static Stream<ParserFault> faults() {
    return ParserFaults.all().stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsCaughtByExactlyTheCasesThatNameIt(ParserFault fault) {
    Set<String> named =
        cases.stream()
            .filter(one -> one.header().catches().contains(fault.name()))
            .map(one -> one.header().code())
            .collect(Collectors.toSet());

    Kills kills = Kills.of(fault, cases, named);
    matrix.add(kills);

    assertThat(named).as("cases that name it").isNotEmpty();
    assertThat(kills.codes()).isEqualTo(named);
    assertThat(kills.kinds()).isEqualTo(fault.kinds());
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
    KillMatrix.write(Path.of("target/kill-matrix.md"), cases, matrix);
  }
}
