package dev.ssespec.cli;

import dev.ssespec.parser.Finding;
import java.util.Map;

/** Shows findings as they are made. */
interface FindingPrinter {
  /** One that is to be shown. */
  void found(Finding finding);

  /** Those that are too many to be shown: how many of each code. */
  void more(Map<String, Long> unshown);

  /** The last word. */
  void concluded(LintCount count, StreamEnd end);
}
