package dev.ssespec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house that Maven cannot hold: which package may know which. */
class HouseRulesTest {
  private static final String PARSER = "dev.ssespec.parser";
  private static final List<String> SERVER =
      List.of(
          "dev.ssespec.server",
          "dev.ssespec.client",
          "dev.ssespec.http",
          "dev.ssespec.channel",
          "dev.ssespec.demo",
          "dev.ssespec.playground");
  private static final String REPORT = "dev.ssespec.report";

  /**
   * Every package, and how many classes it has at least: what a rule is checked on is there. A new
   * package is entered here, and so takes its place in a module's rule.
   */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry(PARSER, 25),
          Map.entry("dev.ssespec.server", 20),
          Map.entry("dev.ssespec.client", 15),
          Map.entry("dev.ssespec.http", 4),
          Map.entry("dev.ssespec.channel", 15),
          Map.entry("dev.ssespec.demo", 12),
          Map.entry("dev.ssespec.playground", 2),
          Map.entry(REPORT, 30),
          Map.entry("dev.ssespec.clauses", 5),
          Map.entry("dev.ssespec.cases", 40),
          Map.entry("dev.ssespec.property", 12),
          Map.entry("dev.ssespec.target", 12),
          Map.entry("dev.ssespec.contract", 10),
          Map.entry("dev.ssespec.run", 20),
          Map.entry("dev.ssespec.judge", 20),
          Map.entry("dev.ssespec.peer", 40),
          Map.entry("dev.ssespec.junit", 2),
          Map.entry("dev.ssespec.browser", 15),
          Map.entry("dev.ssespec.cli", 20));

  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssespec");

  @Test
  void noRuleIsCheckedOnNothing() {
    var found = new TreeMap<String, Integer>();
    KIT.forEach(one -> found.merge(one.getPackageName(), 1, Integer::sum));

    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(FLOORS.keySet());
    assertThat(found)
        .allSatisfy(
            (name, count) ->
                assertThat(count).as(name).isGreaterThanOrEqualTo(FLOORS.getOrDefault(name, 0)));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.ssespec.(**)").should().beFreeOfCycles().check(KIT);
  }

  @Test
  void theParserKnowsTheJdkAlone() {
    mayUse(List.of(PARSER), List.of());
  }

  @Test
  void theServerKnowsTheParserAndJettyAlone() {
    mayUse(SERVER, List.of(PARSER, "org.eclipse.jetty.."));
  }

  @Test
  void theReportsKnowJacksonAlone() {
    mayUse(List.of(REPORT), List.of("com.fasterxml.jackson.."));
  }

  /** The classes of a module use one another, the JDK, and {@code others}. */
  private static void mayUse(List<String> module, List<String> others) {
    String[] allowed =
        Stream.of(module, others, List.of("org.jspecify.annotations"))
            .flatMap(List::stream)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(module.toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are of the JDK or reside in " + Arrays.toString(allowed),
                used -> isOfTheJdk(used) || resideInAnyPackage(allowed).test(base(used))))
        .check(KIT);
  }

  private static boolean isOfTheJdk(JavaClass used) {
    return base(used).isPrimitive()
        || base(used).getSource().filter(s -> "jrt".equals(s.getUri().getScheme())).isPresent();
  }

  private static JavaClass base(JavaClass used) {
    return used.getBaseComponentType();
  }

  @Test
  void noJettyTypeStandsInAPublicSignature() {
    List<String> shown = new ArrayList<>();
    int publicTypes = 0;
    for (JavaClass one : KIT) {
      if (SERVER.contains(one.getPackageName()) && PublicSignature.isShown(one)) {
        publicTypes++;
        PublicSignature.of(one)
            .filter(type -> type.getPackageName().startsWith("org.eclipse.jetty"))
            .forEach(type -> shown.add(one.getName() + " shows " + type.getName()));
      }
    }

    assertThat(publicTypes).as("public types").isGreaterThan(20);
    assertThat(shown).isEmpty();
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
        .because("a name says what a class is, and these say that nobody knows")
        .check(KIT);
  }

  @Test
  void standardOutputBelongsToTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ssespec.cli")
        .should(ACCESS_STANDARD_STREAMS)
        .because("report.Console prints to the stream that it is given, and others log")
        .check(KIT);
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        FLOORS.keySet().stream()
            .map(KIT::getPackage)
            .filter(one -> !one.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();

    assertThat(unmarked).as("packages without a package-info that says @NullMarked").isEmpty();
  }
}
