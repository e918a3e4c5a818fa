package dev.ssespec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * {@code summary.md}: a run on one screen, for the page of a CI job or a pull request. Hostile text
 * is escaped, credentials are masked, at most {@value #MOST_CASES} deviations are listed.
 */
public final class SummaryMarkdown {
  private static final int MOST_CASES = 100;
  private static final int LONGEST = 300;

  private final Run run;
  private final boolean strict;
  private final Map<String, CaseAbout> abouts;
  private final Map<String, List<CaseRecord>> byCode = new LinkedHashMap<>();
  private final StringJoiner out = new StringJoiner("\n", "", "\n");

  private SummaryMarkdown(Run run, boolean strict) {
    this.run = run;
    this.strict = strict;
    this.abouts = run.aboutByCode();
    for (var record : run.cases()) {
      byCode.computeIfAbsent(record.code(), none -> new ArrayList<>()).add(record);
    }
  }

  /** {@link #render(Run, boolean)}, not strict. */
  public static String render(Run run) {
    return render(run, false);
  }

  /**
   * The document.
   *
   * @param strict counts {@code non-strict} as bad
   */
  public static String render(Run run, boolean strict) {
    return new SummaryMarkdown(Secrets.masked(run), strict).write();
  }

  private String write() {
    var header = run.header();
    out.add("## " + Markdown.text(Look.target(header.target())) + " as " + header.role()).add("");
    out.add("**" + run.totals().headline(strict) + (strict ? " · strict" : "") + "**").add("");
    if (!run.complete()) {
      out.add("The run was cut off: what is missing was never judged.").add("");
    }
    levels();
    cases("Deviations", Verdict.FAIL, false);
    if (strict) {
      cases("Acceptable, and bad with --strict", Verdict.NON_STRICT, false);
    }
    cases("Could not be judged", Verdict.INCONCLUSIVE, false);
    cases("Not shown (mandatory, and the adapter cannot show it)", Verdict.SKIP, true);
    var excluded = run.cases().stream().filter(each -> each.skip() == SkipReason.EXCLUDED).count();
    if (excluded > 0) {
      out.add(Look.count((int) excluded, "slow case") + " not played; `--slow` plays them.")
          .add("");
    }
    out.add(
        "Seed "
            + header.seed()
            + ", kit "
            + Markdown.text(header.kit().version())
            + ", "
            + Markdown.code("ssespec " + String.join(" ", header.argv())));
    return out.toString();
  }

  private void levels() {
    out.add("| level | pass | non-strict | fail | info | skip | inconclusive |");
    out.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (var level : Level.values()) {
      level(level.word(), run.totals().of(level));
    }
    for (var level : Level.values()) {
      level("replayed: " + level.word(), run.totals().ofReplayed(level));
    }
    out.add("");
  }

  private void level(String name, Counts counts) {
    if (counts.all() > 0) {
      var row = new StringJoiner(" | ", "| ", " |").add(name);
      for (var verdict : Verdict.values()) {
        row.add(Integer.toString(counts.of(verdict)));
      }
      out.add(row.toString());
    }
  }

  private void cases(String heading, Verdict verdict, boolean notShown) {
    var found =
        byCode.values().stream()
            .filter(each -> Standing.of(each).verdict() == verdict)
            .filter(each -> Standing.of(each).notShown() == notShown)
            .toList();
    if (found.isEmpty()) {
      return;
    }
    out.add("### " + heading + " (" + found.size() + ")").add("");
    found.stream().limit(MOST_CASES).forEach(each -> add(each, verdict));
    if (found.size() > MOST_CASES) {
      out.add("- and " + (found.size() - MOST_CASES) + " more, which the report has");
    }
    out.add("");
  }

  private void add(List<CaseRecord> variants, Verdict verdict) {
    var worst = variants.stream().filter(each -> each.verdict() == verdict).toList();
    var record = worst.get(0);
    var about = abouts.get(record.code());
    var title = about == null ? record.id() : about.title();
    var share =
        variants.size() == 1 ? "" : ", " + worst.size() + " of " + variants.size() + " variants";
    out.add(
        "- **"
            + record.code()
            + "** "
            + Markdown.text(title)
            + " · "
            + record.level().word()
            + " · "
            + Look.verdict(record)
            + share
            + "<br>"
            + Markdown.text(Visible.cut(record.reason(), LONGEST)));
    if (record.expected() != null) {
      FirstDifference.between(record.expected(), record.actual())
          .ifPresent(found -> out.add("  <br>" + Markdown.code(found.sentence())));
    }
    if (about != null && !about.hint().isEmpty() && verdict == Verdict.FAIL) {
      out.add("  <br>Hint: " + Markdown.text(about.hint()));
    }
    if (!record.repeat().isEmpty()) {
      out.add("  <br>" + Markdown.code(record.repeat()));
    }
  }
}
