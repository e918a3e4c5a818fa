package dev.ssespec.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final List<Case> cases = Catalogue.whole().cases();
  private final Set<String> covered =
      cases.stream().flatMap(one -> one.header().clauses().stream()).collect(Collectors.toSet());

  @Test
  void everyCaseNamesClausesThatExist() {
    List<String> unknown =
        cases.stream()
            .flatMap(one -> one.header().clauses().stream())
            .filter(clause -> Ledger.whole().find(clause).isEmpty())
            .distinct()
            .toList();

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyClauseIsCoveredOrSaysWhyNot() {
    List<String> silent =
        Ledger.whole().clauses().stream()
            .filter(clause -> clause.uncovered().isEmpty() && !covered.contains(clause.id()))
            .map(Clause::id)
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void noCoveredClauseSaysThatItCannotBe() {
    List<String> both =
        Ledger.whole().clauses().stream()
            .filter(clause -> !clause.uncovered().isEmpty() && covered.contains(clause.id()))
            .map(Clause::id)
            .toList();

    assertThat(both).isEmpty();
  }
}
