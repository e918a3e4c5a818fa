package dev.ssespec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The conditions that other suites test, and those under which libraries were found to be wrong:
 * each has cases here, or a reason why none. A list for each role, as {@code conditions-ROLE.tsv}:
 * an id, the condition, and the codes of cases or a reason behind a dash.
 */
class ConditionsTest {
  private static final List<String> ROLES = List.of("parser", "client");

  /** Conditions of each list: none must become shorter. */
  private static final Map<String, Integer> FLOORS = Map.of("parser", 340, "client", 170);

  private final Set<String> codes =
      Catalogue.whole().cases().stream()
          .map(one -> one.header().code())
          .collect(Collectors.toSet());

  private record Condition(String id, String text, String cases) {
    List<String> codes() {
      return cases.startsWith("- ") ? List.of() : List.of(cases.split(" ", -1));
    }
  }

  @Test
  void eachHasCasesOrAReason() {
    assertThat(FLOORS)
        .containsOnlyKeys(ROLES)
        .allSatisfy(
            (role, floor) -> assertThat(conditions(role)).hasSizeGreaterThanOrEqualTo(floor));
    for (Condition one : all()) {
      assertThat(one.id()).matches("[A-Z]+-\\d{2,3}");
      assertThat(one.text()).as(one.id()).isNotBlank();
      assertThat(one.cases()).as(one.id()).matches("- .{20,}|[PCSX]-\\d{3}( [PCSX]-\\d{3})*");
      assertThat(codes).as(one.id()).containsAll(one.codes());
    }
  }

  @Test
  void noneIsListedTwice() {
    assertThat(all()).extracting(Condition::id).doesNotHaveDuplicates();
  }

  /** What nobody else tests and nobody got wrong: a mistake here is found by reading alone. */
  @Test
  void fewParserCasesHaveNoCondition() {
    Set<String> named =
        all().stream().flatMap(one -> one.codes().stream()).collect(Collectors.toSet());
    Set<String> own =
        codes.stream()
            .filter(code -> code.startsWith("P-") && !named.contains(code))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(own).hasSizeLessThan(50);
  }

  private static List<Condition> all() {
    return ROLES.stream().flatMap(role -> conditions(role).stream()).toList();
  }

  private static List<Condition> conditions(String role) {
    String name = "conditions-" + role + ".tsv";
    try (InputStream in =
        Objects.requireNonNull(ConditionsTest.class.getResourceAsStream(name), name)) {
      List<Condition> conditions = new ArrayList<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).map(line -> line.split("\t", -1)).forEach(c -> conditions.add(of(c)));
      return conditions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Condition of(String... columns) {
    assertThat(columns).hasSize(3);
    return new Condition(columns[0], columns[1], columns[2]);
  }
}
