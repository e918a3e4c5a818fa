package dev.ssespec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogueLockTest {
  private static final String WRITE = "write";

  @Test
  void everyCaseStandsInTheLockAsItWas() {
    Map<String, String> locked = CatalogueLock.read();
    Map<String, String> now = new LinkedHashMap<>();
    for (Case one : Catalogue.whole().cases()) {
      now.put(one.header().code(), Catalogue.line(one));
    }

    assertThat(CatalogueLock.violations(locked, now)).isEmpty();
    if (System.getProperty("ssespec.lock", "").equals(WRITE)) {
      CatalogueLock.write(now);
    } else {
      assertThat(locked.values())
          .as("run this test with -Dssespec.lock=write to write new cases and revisions down")
          .containsExactlyElementsOf(now.values());
    }
  }

  @Test
  void noCodeAndNoSlugIsUsedTwice() {
    List<Case> cases = Catalogue.whole().cases();

    assertThat(cases).extracting(one -> one.header().code()).doesNotHaveDuplicates();
    assertThat(cases).extracting(one -> one.header().id()).doesNotHaveDuplicates();
  }

  @Test
  void aCodeBeginsWithTheLetterOfItsRole() {
    for (Case one : Catalogue.whole().cases()) {
      assertThat(one.header().code().charAt(0)).isEqualTo(one.role().letter());
    }
  }

  @Nested
  class AChange {
    private final Map<String, String> locked = lines("P-001 a/b 1 00", "P-002 a/c 2 11");

    @Test
    void ofTheHashNeedsARevision() {
      assertThat(CatalogueLock.violations(locked, lines("P-001 a/b 1 01", "P-002 a/c 2 11")))
          .containsExactly("P-001 has changed: give it revision 2");
    }

    @Test
    void withARevisionIsFine() {
      assertThat(CatalogueLock.violations(locked, lines("P-001 a/b 2 01", "P-002 a/c 2 11")))
          .isEmpty();
    }

    @Test
    void ofTheSlugIsRefused() {
      assertThat(CatalogueLock.violations(locked, lines("P-001 a/d 2 00", "P-002 a/c 2 11")))
          .containsExactly("P-001 was a/b: a code keeps its slug");
    }

    @Test
    void thatLeavesACaseOutIsRefused() {
      assertThat(CatalogueLock.violations(locked, lines("P-002 a/c 2 11", "P-003 a/e 1 22")))
          .containsExactly("P-001 has vanished: a code is for ever");
    }

    private static Map<String, String> lines(String... lines) {
      return List.of(lines).stream().collect(Collectors.toMap(CatalogueLock::code, line -> line));
    }
  }
}
