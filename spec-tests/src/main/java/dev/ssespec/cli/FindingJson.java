package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Finding;
import dev.ssespec.target.Json;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Findings for programs: one JSON object a line, and one more that counts them. */
final class FindingJson implements FindingPrinter {
  private final String name;
  private final PrintStream out;

  FindingJson(String name, PrintStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public void found(Finding finding) {
    out.println(
        Json.printable(
            Json.object()
                .put("kind", "finding")
                .put("source", name)
                .put("line", finding.line())
                .put("column", finding.column())
                .put("byteOffset", finding.byteOffset())
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("code", finding.code())
                .put("message", finding.message())
                .put("suggestion", finding.suggestion())
                .put("clause", finding.clause())));
  }

  @Override
  public void more(Map<String, Long> unshown) {
    ObjectNode more =
        Json.object()
            .put("kind", "more")
            .put("source", name)
            .put("findings", unshown.values().stream().mapToLong(Long::longValue).sum());
    ObjectNode codes = more.putObject("codes");
    unshown.forEach(codes::put);
    out.println(Json.printable(more));
  }

  @Override
  public void concluded(LintCount count, StreamEnd end) {
    ObjectNode last =
        Json.object()
            .put("kind", "end")
            .put("source", name)
            .put("bytes", count.bytes())
            .put("must", count.must())
            .put("should", count.should())
            .put("advice", count.advice());
    switch (end.kind()) {
      case CUT_OFF -> last.put("cutOff", end.how());
      case INTERRUPTED -> last.put("interrupted", true);
      case REACHED, OPEN -> {}
    }
    out.println(Json.printable(last));
  }
}
