package dev.ssespec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingsTest {
  @Test
  void theSummaryTellsTheRunOnOneScreen() {
    Golden.assertSame("summary.md", SummaryMarkdown.render(Golden.run()));
  }

  @Test
  void theSummaryOfAStrictRunListsWhatIsNotStrict() {
    Golden.assertSame("summary-strict.md", SummaryMarkdown.render(Golden.run(), true));
  }

  @Test
  void theMatrixAsTextHasATableForEachRole() {
    Golden.assertSame(
        "matrix.md", MatrixMarkdown.render(SampleMatrix.runs(), SampleMatrix.SKIPPED));
  }

  @Test
  void theBadgeSaysTheMandatoryPart() {
    var totals = new Totals(Map.of(Level.MUST, new Counts(118, 0, 3, 0, 3, 0, 3)));
    Golden.assertSame("badge.svg", Badge.render(totals, true));
  }

  @Test
  void theBadgeOfARunThatWasCutOffIsNeverAGoodOne() {
    var totals = new Totals(Map.of(Level.MUST, new Counts(118, 0, 0, 0, 0, 0, 0)));
    assertThat(Badge.render(totals, false).lines().toList().get(1))
        .isEqualTo("<title>SSE conformance: ? cut off</title>");
  }

  @Test
  void markdownOfATargetIsText() {
    assertThat(Markdown.text("a|b <i> @you #1 [x](https://y) `c` *d* _e_ &amp; \u202e\n"))
        .isEqualTo(
            "a\\|b &lt;i&gt; &#64;you \\#1 \\[x\\](https&#58;//y) \\`c\\` \\*d\\* \\_e\\_ &amp;amp;"
                + " \\\\u202e\\\\n");
    assertThat(List.of(Markdown.code("a"), Markdown.code("`a``"), Markdown.code("a|b")))
        .containsExactly("`a`", "``` `a`` ```", "`a\\|b`");
  }
}
