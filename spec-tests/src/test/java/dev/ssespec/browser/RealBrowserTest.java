package dev.ssespec.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RealBrowserTest {
  @Test
  void chromiumPassesWhatIsPlain() {
    assumeTrue(BrowserProgram.find("chromium").isPresent(), "There is no chromium on the path.");

    try (var target = BrowserTargetTest.target()) {
      assertThat(
              BrowserTargetTest.bad(
                  target,
                  BrowserProgram.of("chromium"),
                  Set.of("C-001", "C-034", "C-053", "C-065", "C-110", "C-127", "C-200", "C-202")))
          .isEmpty();
    }
  }
}
