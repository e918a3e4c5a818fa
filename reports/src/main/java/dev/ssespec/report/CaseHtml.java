package dev.ssespec.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One case in full: what it demands, and what came of each variant. Shared by report and matrix.
 */
final class CaseHtml {
  private final Html html;
  private final int budget;

  /**
   * @param budget characters of the page beyond which transcripts are left out
   */
  CaseHtml(Html html, int budget) {
    this.html = html;
    this.budget = budget;
  }

  /** Clause, why, hint, seen in, stimulus. */
  void about(CaseAbout about) {
    html.open("div", "class", "about").open("div").leaf("div", "the standard", "class", "label");
    for (var clause : about.clauses()) {
      html.open("div", "class", "clause").leaf("p", clause.text());
      html.link(clause.anchor(), clause.id()).close();
    }
    html.close();
    part("why it matters", about.why());
    part("look first at", about.hint());
    if (!about.seenIn().isEmpty()) {
      html.open("div").leaf("div", "seen in", "class", "label").open("ul");
      about.seenIn().forEach(seen -> html.open("li").link(seen, seen).close());
      html.close().close();
    }
    if (!about.stimulus().isEmpty()) {
      html.open("div").leaf("div", "stimulus", "class", "label");
      html.leaf("pre", about.stimulus(), "class", "stimulus").close();
    }
    html.close();
  }

  /** Every variant, the worst first; good ones beside bad ones are named only. */
  void variants(List<CaseRecord> records) {
    var sorted =
        records.stream()
            .sorted(
                Comparator.comparing((CaseRecord r) -> -Standing.WORSENING.indexOf(r.verdict())))
            .toList();
    var worst = sorted.get(0).verdict();
    html.open("div", "class", "variants");
    var first = true;
    for (var record : sorted) {
      if (record.verdict() == worst || isNoteworthy(record)) {
        variant(record, first, first || isNoteworthy(record));
        first = false;
      }
    }
    html.close();
    others(sorted, worst);
  }

  /** One record: reason, comparison, the command that repeats it, and what passed. */
  void record(CaseRecord record, boolean withTranscript) {
    html.leaf("p", record.reason(), "class", "reason");
    columns(record);
    if (record.expected() != null || record.verdict() == Verdict.FAIL) {
      JsonHtml.versus(html, record);
    } else if (record.actual() != null) {
      html.open("div").leaf("div", "seen", "class", "label").open("pre", "class", "stimulus");
      new JsonHtml(html, null).root(record.actual());
      html.close().close();
    }
    repeat(record.repeat());
    if (record.transcript().isEmpty()) {
      return;
    }
    if (!withTranscript || html.length() > budget) {
      html.leaf("p", "What passed is left out here; run.ndjson has it.", "class", "note");
    } else {
      new TimelineHtml(html).table(record.transcript());
    }
  }

  /** What the application saw, and what the connection did. */
  private void columns(CaseRecord record) {
    if (record.application() == null && record.connection() == null) {
      return;
    }
    html.open("div", "class", "columns");
    column("the application saw", record.application());
    column("the connection did", record.connection());
    html.close();
  }

  private void column(String label, @Nullable Verdict verdict) {
    html.open("div").leaf("span", label, "class", "label").text(" ");
    if (verdict == null) {
      html.leaf("span", "not looked at", "class", "faint");
    } else {
      Page.badge(html, verdict, verdict.word());
    }
    html.close();
  }

  private void variant(CaseRecord record, boolean open, boolean withTranscript) {
    if (open) {
      html.open("details", "class", "variant", "open", "");
    } else {
      html.open("details", "class", "variant");
    }
    html.open("summary");
    Page.badge(html, record.verdict(), Look.verdict(record));
    html.leaf("span", Look.variant(record.variant()), "class", "code");
    if (!record.outcome().isEmpty()) {
      html.leaf("span", record.outcome(), "class", "soft");
    }
    html.leaf("span", String.format(Locale.ROOT, "%d ms", record.durationMs()), "class", "ms");
    html.close().open("div", "class", "inner");
    record(record, withTranscript);
    html.close().close().newline();
  }

  private void others(List<CaseRecord> sorted, Verdict worst) {
    var others = sorted.stream().filter(r -> r.verdict() != worst && !isNoteworthy(r)).toList();
    if (others.isEmpty()) {
      return;
    }
    html.open("div").leaf("div", "other variants", "class", "label");
    html.open("div", "class", "others");
    for (var record : others) {
      Page.badge(html, record.verdict(), Look.variant(record.variant()));
    }
    html.close().close();
  }

  private static boolean isNoteworthy(CaseRecord record) {
    return switch (record.verdict()) {
      case FAIL, NON_STRICT, INCONCLUSIVE -> true;
      case PASS, INFO, SKIP -> false;
    };
  }

  private void repeat(String command) {
    if (!command.isEmpty()) {
      html.open("div").leaf("div", "repeat it", "class", "label").open("div", "class", "command");
      html.leaf("code", command).leaf("button", "Copy", "type", "button", "data-copy", "");
      html.close().close();
    }
  }

  private void part(String label, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      html.open("div").leaf("div", label, "class", "label").leaf("p", text, "class", "wrap");
      html.close();
    }
  }
}
