package dev.ssespec.report;

import java.util.List;

/**
 * {@code matrix.html}: many targets beside each other, in one file that needs no network. Rows are
 * cases by area, columns are targets, each role has its own table; a cell opens what is behind it.
 * Escaping, masking and cutting are as in {@link HtmlReport}.
 */
public final class MatrixHtml {
  private final Html html;
  private final List<MatrixRole> roles;
  private final List<SkippedTarget> skipped;

  private MatrixHtml(Html html, List<MatrixRole> roles, List<SkippedTarget> skipped) {
    this.html = html;
    this.roles = roles;
    this.skipped = skipped;
  }

  /** The page. */
  public static String render(List<Run> runs, List<SkippedTarget> skipped) {
    var roles = MatrixRole.of(runs);
    return Page.render(
        "Matrix · ssespec",
        List.of("page.css", "matrix.css"),
        List.of("page.js", "matrix.js"),
        html -> new MatrixHtml(html, roles, skipped).body());
  }

  private void body() {
    html.open("div", "class", "page wide");
    head();
    bar();
    html.open("main");
    for (int i = 0; i < roles.size(); i++) {
      new MatrixTable(html, roles.get(i), "r" + i).write();
    }
    skipped();
    html.close();
    Page.keys(
        html, "h j k l", "move between cells", "Enter", "open", "Esc", "close", "/", "search");
    html.close();
    html.open("dialog", "id", "dialog").open("div", "id", "drawer").close().close();
  }

  private void head() {
    html.open("header");
    Page.kicker(html, "ssespec · conformance matrix");
    html.open("div", "class", "masthead").leaf("h1", "Server-Sent Events, side by side").close();
    var targets = roles.stream().mapToInt(role -> role.runs().size()).sum();
    html.leaf(
        "p",
        Look.count(targets, "run")
            + (skipped.isEmpty() ? "" : ", " + Look.count(skipped.size(), "target") + " skipped"),
        "class",
        "subtitle");
    html.open("div", "class", "legend");
    for (var verdict : Verdict.values()) {
      html.open("span");
      Page.badge(html, verdict, verdict.word());
      html.text(meaning(verdict)).close();
    }
    if (roles.stream().anyMatch(MatrixRole::hasReplayed)) {
      html.leaf(
          "span",
          "In a client's deviation: a, what the application saw; c, what the connection did.",
          "class",
          "faint");
    }
    html.close().close();
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "as the standard has it";
      case NON_STRICT -> "acceptable, not canonical";
      case FAIL -> "a deviation";
      case INFO -> "open in the standard";
      case SKIP -> "not run, or not shown";
      case INCONCLUSIVE -> "could not be judged";
    };
  }

  private void bar() {
    var bar = new FilterBar(html).open("code, title, slug");
    html.leaf("span", "rows with", "class", "faint");
    for (var verdict : Verdict.values()) {
      bar.verdict(verdict, "");
    }
    bar.gap();
    for (var level : Level.values()) {
      bar.level(level);
    }
    bar.close();
  }

  private void skipped() {
    if (skipped.isEmpty()) {
      return;
    }
    html.open("section", "class", "role").open("h2").text("Skipped");
    html.leaf("small", "targets that this machine could not run").close();
    html.open("table", "class", "board").open("tbody");
    for (var each : skipped) {
      html.open("tr").leaf("td", each.name(), "class", "name").leaf("td", each.language());
      html.leaf("td", String.join(", ", each.roles())).leaf("td", Visible.cut(each.reason(), 500));
      html.close();
    }
    html.close().close().close();
  }
}
