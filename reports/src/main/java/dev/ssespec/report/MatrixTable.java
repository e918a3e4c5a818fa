package dev.ssespec.report;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** One role of the matrix: the board of its targets, the table, and what is behind the cells. */
final class MatrixTable {
  /** Characters of a page beyond which transcripts are left out. */
  private static final int BUDGET = 16_000_000;

  private final Html html;
  private final MatrixRole role;
  private final String prefix;
  private final CaseHtml cases;

  /**
   * @param prefix of the ids of this table's details
   */
  MatrixTable(Html html, MatrixRole role, String prefix) {
    this.html = html;
    this.role = role;
    this.prefix = prefix;
    this.cases = new CaseHtml(html, BUDGET);
  }

  void write() {
    html.open("section", "class", "role").open("h2").text(role.heading());
    html.leaf(
            "small",
            Look.count(role.runs().size(), "target")
                + ", "
                + Look.count(role.cells().size(), "case"))
        .close();
    board();
    html.open("div", "class", "scroll").open("table", "class", "matrix");
    head();
    html.open("tbody");
    role.areas().forEach(this::area);
    html.close().close().close();
    role.cells().keySet().forEach(this::details);
    html.close().newline();
  }

  private void board() {
    html.open("table", "class", "board").open("thead").open("tr");
    List.of("target", "version", "language", "must", "should").forEach(this::heading);
    if (role.hasReplayed()) {
      heading("replayed");
    }
    List.of("deviations", "not shown", "not judged").forEach(this::heading);
    html.close().close().open("tbody");
    for (var run : role.runs()) {
      var target = run.header().target();
      var totals = run.totals();
      html.open("tr").open("td", "class", "name").link(target.homepage(), target.name());
      html.close().leaf("td", target.version()).leaf("td", target.language());
      score(totals.of(Level.MUST));
      score(totals.of(Level.SHOULD));
      if (role.hasReplayed()) {
        score(totals.sumReplayed());
      }
      html.leaf("td", number(totals.sum().fail()), "class", "n");
      html.leaf("td", number(totals.sum().notShown()), "class", "n");
      html.leaf(
          "td", run.complete() ? number(totals.sum().inconclusive()) : "cut off", "class", "n");
      html.close();
    }
    html.close().close();
  }

  private void heading(String name) {
    html.leaf("th", name);
  }

  private void score(Counts counts) {
    if (counts.judged() == 0) {
      html.leaf("td", "–", "class", "n");
      return;
    }
    var style = counts.bad(false) > 0 ? "less" : "full";
    html.open("td", "class", "n")
        .leaf("span", counts.good(false) + "/" + counts.judged(), "class", style)
        .close();
  }

  private static String number(int value) {
    return value == 0 ? "–" : Integer.toString(value);
  }

  private void head() {
    html.open("thead").open("tr").leaf("th", "case");
    for (var run : role.runs()) {
      var target = run.header().target();
      var must = run.totals().of(Level.MUST);
      html.open(
          "th",
          "scope",
          "col",
          "title",
          Look.target(target)
              + " · "
              + target.language()
              + " · "
              + role.role()
              + " · "
              + run.totals().headline());
      html.open("div", "class", "target").open("span", "class", "up");
      html.leaf("b", Visible.cut(target.name(), 40)).text(" " + Visible.cut(target.version(), 20));
      html.leaf("small", Visible.cut(target.language(), 20)).close();
      html.leaf("span", must.good(false) + "/" + must.judged(), "class", "score");
      html.close().close();
    }
    html.close().close();
  }

  private void area(String name, List<String> codes) {
    html.open("tr", "class", "area").leaf("th", name, "scope", "rowgroup");
    html.open("td", "colspan", Integer.toString(role.runs().size())).close().close();
    codes.forEach(this::row);
  }

  private void row(String code) {
    var any = role.any(code);
    var verdicts = new TreeSet<String>();
    role.row(code).stream()
        .filter(records -> !records.isEmpty())
        .forEach(records -> verdicts.add(Standing.of(records).verdict().word()));
    html.open(
        "tr",
        "data-code",
        prefix + code,
        "data-level",
        any.level().word(),
        "data-verdicts",
        String.join(" ", verdicts),
        "data-text",
        (code + " " + any.id() + " " + role.title(code)).toLowerCase(Locale.ROOT));
    html.open("th", "scope", "row").open("button", "type", "button", "title", any.id());
    html.leaf("span", code, "class", "code").leaf("span", role.title(code), "class", "name");
    html.leaf("span", any.level() == Level.MUST ? "" : any.level().word(), "class", "lv");
    html.close().close();
    for (int i = 0; i < role.runs().size(); i++) {
      html.open("td");
      cell(code, i);
      html.close();
    }
    html.close().newline();
  }

  private void cell(String code, int column) {
    var records = role.row(code).get(column);
    if (records.isEmpty()) {
      html.leaf("span", "·", "class", "absent", "title", "not in this run");
      return;
    }
    var standing = Standing.of(records);
    var worst = records.stream().filter(r -> r.verdict() == standing.verdict()).toList();
    var target = Look.target(role.runs().get(column).header().target());
    html.open(
        "button",
        "type",
        "button",
        "class",
        "cell v-" + standing.verdict().word() + (standing.notShown() ? " not-shown" : ""),
        "data-details",
        id(code, column),
        "title",
        target + ": " + inWords(worst.get(0)));
    html.text(Look.symbol(standing.verdict()));
    where(worst.get(0));
    if (worst.size() < records.size() && standing.verdict() == Verdict.FAIL) {
      html.leaf("small", worst.size() + "/" + records.size());
    }
    html.close();
  }

  private static String inWords(CaseRecord record) {
    var columns = Look.columns(record);
    return Look.verdict(record) + (columns.isEmpty() ? "" : " · " + columns);
  }

  /** Of a client's deviation: whether the application saw it, or the connection did it, or both. */
  private void where(CaseRecord record) {
    var application = record.application() == Verdict.FAIL ? "a" : "";
    var connection = record.connection() == Verdict.FAIL ? "c" : "";
    if (!application.isEmpty() || !connection.isEmpty()) {
      html.leaf("small", application + connection, "class", "where");
    }
  }

  private String id(String code, int column) {
    return prefix + code + "-" + column;
  }

  private void details(String code) {
    html.open("template", "id", "about-" + prefix + code).open("div", "class", "drawer");
    html.open("div", "class", "top").open("div");
    html.leaf(
        "div",
        code + " · " + role.any(code).id() + " · " + role.any(code).level().word(),
        "class",
        "code faint");
    html.leaf("h2", role.title(code)).close();
    html.leaf("button", "Close  Esc", "type", "button", "class", "chip", "data-close", "").close();
    var about = role.abouts().get(code);
    if (about != null) {
      cases.about(about);
    }
    html.close().close().newline();
    for (int i = 0; i < role.runs().size(); i++) {
      var records = role.row(code).get(i);
      if (!records.isEmpty() && Standing.of(records).verdict() != Verdict.PASS) {
        result(id(code, i), role.runs().get(i).header().target(), records);
      }
    }
  }

  private void result(String id, TargetInfo target, List<CaseRecord> records) {
    var worst = Standing.of(records).verdict();
    var first = records.stream().filter(r -> r.verdict() == worst).findFirst().orElseThrow();
    html.open("template", "id", id).open("div", "class", "drawer").open("div", "class", "result");
    html.open("h3").text(Look.target(target));
    Page.badge(html, worst, Look.verdict(first));
    html.leaf("span", Look.variant(first.variant()), "class", "code soft").close();
    cases.record(first, true);
    if (records.size() > 1) {
      html.open("div").leaf("div", "all variants", "class", "label");
      html.open("div", "class", "others");
      records.forEach(r -> Page.badge(html, r.verdict(), Look.variant(r.variant())));
      html.close().close();
    }
    html.close().close().close().newline();
  }
}
