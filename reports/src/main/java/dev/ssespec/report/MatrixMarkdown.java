package dev.ssespec.report;

import java.util.List;
import java.util.StringJoiner;

/**
 * {@code matrix.md}: the matrix as text. For each role a table of the targets, and a table of the
 * cases in which at least one of them is not as it must be.
 */
public final class MatrixMarkdown {
  private final StringJoiner out = new StringJoiner("\n", "", "\n");

  private MatrixMarkdown() {}

  /** The document. */
  public static String render(List<Run> runs, List<SkippedTarget> skipped) {
    return new MatrixMarkdown().write(MatrixRole.of(runs), skipped);
  }

  private String write(List<MatrixRole> roles, List<SkippedTarget> skipped) {
    out.add("# Server-Sent Events, side by side").add("");
    out.add(
            "✓ pass · ≈ non-strict: acceptable, not canonical · ✗ fail · i open in the standard · "
                + "– skipped · ? could not be judged")
        .add("");
    if (roles.stream().anyMatch(MatrixRole::hasReplayed)) {
      out.add(
              "Of clients: ✗a what the application saw is wrong, ✗c what the connection did, ✗ac"
                  + " both. P-… are the parser's cases, replayed over HTTP.")
          .add("");
    }
    for (var role : roles) {
      out.add("## " + Markdown.text(role.heading())).add("");
      targets(role);
      cases(role);
    }
    if (!skipped.isEmpty()) {
      out.add("## Skipped").add("").add("| target | language | roles | reason |");
      out.add("| --- | --- | --- | --- |");
      for (var each : skipped) {
        out.add(
            row(
                List.of(
                    Markdown.text(each.name()),
                    Markdown.text(each.language()),
                    Markdown.text(String.join(", ", each.roles())),
                    Markdown.text(each.reason()))));
      }
      out.add("");
    }
    return out.toString();
  }

  private void targets(MatrixRole role) {
    out.add("| | target | version | language | result |").add("| --- | --- | --- | --- | --- |");
    for (int i = 0; i < role.runs().size(); i++) {
      var run = role.runs().get(i);
      var target = run.header().target();
      out.add(
          row(
              List.of(
                  letter(i),
                  Markdown.text(target.name()),
                  Markdown.text(target.version()),
                  Markdown.text(target.language()),
                  run.totals().headline() + (run.complete() ? "" : " · cut off"))));
    }
    out.add("");
  }

  private void cases(MatrixRole role) {
    var codes = role.cells().keySet().stream().filter(code -> isNoteworthy(role, code)).toList();
    if (codes.isEmpty()) {
      out.add("No deviation.").add("");
      return;
    }
    var head = new StringJoiner(" | ", "| case | level | ", " |");
    var line = new StringJoiner(" | ", "| --- | --- | ", " |");
    for (int i = 0; i < role.runs().size(); i++) {
      head.add(letter(i));
      line.add(":-:");
    }
    out.add(head.toString()).add(line.toString());
    for (var code : codes) {
      var cells = new StringJoiner(" | ", "| ", " |");
      cells.add(code + " " + Markdown.text(role.title(code))).add(role.any(code).level().word());
      role.row(code).forEach(records -> cells.add(records.isEmpty() ? "" : cell(records)));
      out.add(cells.toString());
    }
    out.add("");
  }

  private static String cell(List<CaseRecord> records) {
    var verdict = Standing.of(records).verdict();
    var worst = records.stream().filter(r -> r.verdict() == verdict).findFirst().orElseThrow();
    return Look.symbol(verdict)
        + (worst.application() == Verdict.FAIL ? "a" : "")
        + (worst.connection() == Verdict.FAIL ? "c" : "");
  }

  private static boolean isNoteworthy(MatrixRole role, String code) {
    return role.row(code).stream()
        .filter(records -> !records.isEmpty())
        .map(records -> Standing.of(records).verdict())
        .anyMatch(
            verdict ->
                switch (verdict) {
                  case FAIL, NON_STRICT, INCONCLUSIVE -> true;
                  case PASS, INFO, SKIP -> false;
                });
  }

  private static String letter(int index) {
    return index < 26
        ? String.valueOf((char) ('A' + index))
        : letter(index / 26 - 1) + letter(index % 26);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
