package dev.ssespec.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code report.html}: one run as one file that needs no network. Everything that came from the
 * target is escaped and made visible, credentials are masked. Long transcripts are cut with a note;
 * {@code run.ndjson} has them whole. Pages stay below some 15 MB.
 */
public final class HtmlReport {
  /** Characters of a page beyond which transcripts are left out. */
  private static final int BUDGET = 12_000_000;

  private final Run run;
  private final boolean strict;
  private final Html html;
  private final Map<String, CaseAbout> abouts;
  private final Map<String, List<CaseRecord>> byCode = new LinkedHashMap<>();
  private final CaseHtml cases;

  private HtmlReport(Run run, boolean strict, Html html) {
    this.run = run;
    this.strict = strict;
    this.html = html;
    this.abouts = run.aboutByCode();
    this.cases = new CaseHtml(html, BUDGET);
    run.cases().stream()
        .sorted(Comparator.comparing(CaseRecord::code))
        .forEach(each -> byCode.computeIfAbsent(each.code(), none -> new ArrayList<>()).add(each));
  }

  /** {@link #render(Run, boolean)}, not strict. */
  public static String render(Run run) {
    return render(run, false);
  }

  /**
   * The page.
   *
   * @param strict counts {@code non-strict} as bad
   */
  public static String render(Run run, boolean strict) {
    var masked = Secrets.masked(run);
    return Page.render(
        Look.target(run.header().target()) + " · ssespec",
        List.of("page.css", "report.css"),
        List.of("page.js", "report.js"),
        html -> new HtmlReport(masked, strict, html).body());
  }

  private void body() {
    html.open("div", "class", "page");
    new ReportHead(html, run, strict).write();
    var bad = strict ? List.of(Verdict.FAIL, Verdict.NON_STRICT) : List.of(Verdict.FAIL);
    brief("Deviations", one -> bad.contains(one.verdict()) && !one.replayed());
    brief(
        "Deviations in parser cases, replayed over HTTP",
        one -> bad.contains(one.verdict()) && one.replayed());
    brief("Could not be judged", one -> one.verdict() == Verdict.INCONCLUSIVE);
    brief("Not shown: mandatory, and the adapter cannot show it", Standing::notShown);
    bar();
    html.open("main");
    byGroup().forEach(this::group);
    html.leaf("p", "No case fits the filter.", "class", "none", "id", "none", "hidden", "");
    html.close();
    Page.keys(
        html,
        "j",
        "next case",
        "k",
        "previous case",
        "Enter",
        "open or close",
        "/",
        "search",
        "Esc",
        "close, or clear the search");
    html.close();
  }

  private Map<String, List<String>> byGroup() {
    return byCode.keySet().stream()
        .collect(
            Collectors.groupingBy(
                code -> Look.group(first(code)), LinkedHashMap::new, Collectors.toList()));
  }

  private CaseRecord first(String code) {
    return records(code).get(0);
  }

  private List<CaseRecord> records(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  private String title(String code) {
    var about = abouts.get(code);
    return about == null ? first(code).id() : about.title();
  }

  /** Cases of one standing, each on a line that leads to it. */
  private void brief(String heading, Predicate<Standing> which) {
    var codes =
        byCode.keySet().stream().filter(code -> which.test(Standing.of(records(code)))).toList();
    if (codes.isEmpty()) {
      return;
    }
    html.open("section", "class", "brief").open("div");
    html.leaf("h2", heading + " (" + codes.size() + ")").open("ol");
    codes.forEach(this::briefLine);
    html.close().close().close();
  }

  private void briefLine(String code) {
    var worst = worst(code);
    html.open("li").leaf("a", code, "class", "code", "href", "#" + code);
    html.leaf("span", title(code));
    Page.badge(html, worst.verdict(), Look.verdict(worst));
    html.leaf("p", Visible.cut(worst.reason(), 300)).close().newline();
  }

  private CaseRecord worst(String code) {
    var verdict = Standing.of(records(code)).verdict();
    return records(code).stream()
        .filter(each -> each.verdict() == verdict)
        .findFirst()
        .orElseThrow();
  }

  private void bar() {
    var bar = new FilterBar(html).open("code, title, reason");
    var sum = run.totals().sum();
    for (var verdict : Verdict.values()) {
      if (sum.of(verdict) > 0) {
        bar.verdict(verdict, Integer.toString(sum.of(verdict)));
      }
    }
    bar.gap();
    for (var level : Level.values()) {
      if (run.totals().of(level).plus(run.totals().ofReplayed(level)).all() > 0) {
        bar.level(level);
      }
    }
    bar.close();
  }

  private void group(String name, List<String> codes) {
    html.open("section", "class", "group").open("h2").text(name);
    var bad = codes.stream().filter(code -> worst(code).verdict() == Verdict.FAIL).count();
    html.leaf("small", Look.count(codes.size(), "case") + (bad == 0 ? "" : ", " + bad + " failed"));
    html.close();
    codes.forEach(this::oneCase);
    html.close().newline();
  }

  private void oneCase(String code) {
    var records = records(code);
    var worst = worst(code);
    html.open(
        "details",
        "class",
        "case v-" + worst.verdict().word(),
        "id",
        code,
        "data-verdicts",
        worst.verdict().word(),
        "data-level",
        worst.level().word(),
        "data-text",
        searchable(code, records));
    html.open("summary").leaf("i", Look.symbol(worst.verdict()), "class", "sym");
    html.leaf("span", code, "class", "code").open("span", "class", "title").text(title(code));
    html.leaf("span", worst.id(), "class", "slug").close();
    html.leaf("span", variantCount(records, worst.verdict()), "class", "meta");
    html.open("span").leaf("span", worst.level().word(), "class", "meta");
    if (worst.verdict() != Verdict.PASS) {
      html.text(" ")
          .leaf("span", Look.verdict(worst), "class", "badge v-" + worst.verdict().word());
    }
    html.close().close().open("div", "class", "body");
    var about = abouts.get(code);
    if (about != null) {
      cases.about(about);
    }
    cases.variants(records);
    html.close().close().newline();
  }

  private static String variantCount(List<CaseRecord> records, Verdict worst) {
    var same = records.stream().filter(each -> each.verdict() == worst).count();
    if (records.size() == 1) {
      return "";
    }
    return same == records.size()
        ? records.size() + " variants"
        : same + " of " + records.size() + " variants";
  }

  private String searchable(String code, List<CaseRecord> records) {
    var words = new LinkedHashSet<String>();
    words.add(code);
    words.add(title(code));
    for (var record : records) {
      words.add(record.id());
      words.add(Look.verdict(record));
      words.add(Look.columns(record));
      words.add(Visible.cut(record.reason(), 200));
    }
    return Visible.cut(String.join(" ", words), 1500).toLowerCase(Locale.ROOT);
  }
}
