package dev.ssespec.report;

import java.util.Map;

/** The top of a report: who was tested, the headline by level, and the facts of the run. */
final class ReportHead {
  private final Html html;
  private final Run run;
  private final boolean strict;
  private final TargetInfo target;

  ReportHead(Html html, Run run, boolean strict) {
    this.html = html;
    this.run = run;
    this.strict = strict;
    this.target = run.header().target();
  }

  void write() {
    html.open("header");
    Page.kicker(html, "ssespec · conformance of a " + run.header().role());
    html.open("div", "class", "masthead").open("h1").text(target.name() + " ");
    html.leaf("span", target.version(), "class", "version").close().close();
    html.leaf(
        "p", run.totals().headline(strict) + (strict ? " · strict" : ""), "class", "subtitle");
    if (!run.complete()) {
      html.leaf(
          "p", "This run was cut off: what is missing below was never judged.", "class", "notice");
    }
    html.open("div", "class", "tiles");
    for (var level : Level.values()) {
      if (run.totals().of(level).all() > 0) {
        tile(level.word(), run.totals().of(level));
      }
    }
    if (run.totals().hasReplayed()) {
      tile("parser cases, replayed", run.totals().sumReplayed());
    }
    html.close();
    facts();
    html.close();
  }

  private void tile(String label, Counts counts) {
    html.open("div", "class", "tile").leaf("div", label, "class", "label");
    html.open("div", "class", "big");
    if (counts.judged() == 0) {
      html.text("–").leaf("small", " none judged");
    } else {
      html.text(Integer.toString(counts.good(strict))).leaf("small", " / " + counts.judged());
    }
    html.close();
    bar(counts);
    html.open("ul");
    for (var verdict : Verdict.values()) {
      if (counts.of(verdict) > 0) {
        html.open("li", "class", "v-" + verdict.word());
        html.leaf("i", Look.symbol(verdict), "class", "sym");
        html.text(" " + counts.of(verdict) + " " + verdict.word()).close();
      }
    }
    if (counts.notShown() > 0) {
      html.leaf("li", counts.notShown() + " not shown");
    }
    html.close().close();
  }

  private void bar(Counts counts) {
    html.open(
        "svg",
        "viewbox",
        "0 0 " + counts.all() + " 1",
        "preserveaspectratio",
        "none",
        "aria-hidden",
        "true");
    int x = 0;
    for (var verdict : Verdict.values()) {
      if (counts.of(verdict) > 0) {
        html.leaf(
            "rect",
            "",
            "class",
            "s-" + verdict.word(),
            "x",
            Integer.toString(x),
            "y",
            "0",
            "width",
            Integer.toString(counts.of(verdict)),
            "height",
            "1");
        x += counts.of(verdict);
      }
    }
    html.close();
  }

  private void facts() {
    var header = run.header();
    html.open("details", "class", "facts").leaf("summary", "Facts of the run").open("dl");
    fact("target", Look.target(target));
    fact("language", target.language());
    if (!target.homepage().isEmpty()) {
      html.leaf("dt", "homepage").open("dd").link(target.homepage(), target.homepage()).close();
    }
    fact("profile", target.profile());
    fact("capabilities", String.join(", ", target.capabilities()));
    fact("adapter's notes", target.notes());
    fact("command line", "ssespec " + String.join(" ", header.argv()));
    fact("seed", Long.toString(header.seed()));
    fact("kit", header.kit().version() + " · catalogue " + header.kit().catalogue());
    for (Map.Entry<String, String> each : header.environment().entrySet()) {
      fact(each.getKey(), each.getValue());
    }
    html.close().close();
  }

  private void fact(String name, String value) {
    if (!value.isBlank()) {
      html.leaf("dt", name).leaf("dd", Visible.cut(value, 2000));
    }
  }
}
