package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that tell one deviation on the console: requirement, expected, actual, way out. Of what
 * was replayed the reason alone: the role parser tells the rest.
 */
final class FailureText {
  /** Characters of one line of output that came from a target. */
  private static final int LONGEST = 400;

  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  FailureText(Ink ink) {
    this.ink = ink;
  }

  /**
   * @param about null where the run did not say
   */
  List<String> lines(CaseRecord record, @Nullable CaseAbout about) {
    lines.clear();
    lines.add(heading(record));
    if (about != null) {
      lines.add("  " + ink.bold(Visible.line(about.title())));
    }
    if (about != null && !record.replayed()) {
      for (var clause : about.clauses()) {
        part("requires", clause.text());
        part("", clause.anchor());
      }
    }
    part("because", record.reason());
    part("verdicts", Look.columns(record));
    if (!record.replayed()) {
      details(record, about);
    }
    part("repeat", record.repeat());
    return List.copyOf(lines);
  }

  private void details(CaseRecord record, @Nullable CaseAbout about) {
    FirstDifference.between(record.expected(), record.actual())
        .filter(any -> record.expected() != null)
        .ifPresent(
            difference -> {
              part("expected", json(record.expected()));
              part("actual", json(record.actual()));
              part("differs", difference.sentence());
            });
    if (about != null) {
      part("hint", about.hint());
    }
  }

  /** {@code ✗ P-017 parse/line-end/cr chunks=two must · fail (missing)}. */
  String heading(CaseRecord record) {
    var variant = Look.variant(record.variant());
    return ink.of(record.verdict(), Look.symbol(record.verdict()) + " " + record.code())
        + " "
        + Visible.line(record.id())
        + (variant.isEmpty() ? "" : "  " + ink.faint(Visible.line(variant, LONGEST)))
        + "  "
        + record.level().word()
        + " · "
        + ink.of(record.verdict(), Look.verdict(record));
  }

  private static String json(@Nullable JsonNode node) {
    return node == null ? "nothing" : node.toString();
  }

  private void part(String label, String text) {
    if (!text.isEmpty()) {
      lines.add("    " + ink.faint(pad(label)) + Visible.line(text, LONGEST));
    }
  }

  private static String pad(String label) {
    return label + " ".repeat(Math.max(1, 10 - label.length()));
  }
}
