package dev.ssespec.cli;

import dev.ssespec.parser.Finding;

/** Shows findings as they are made. */
interface FindingPrinter {
  /** One that is to be shown. */
  void found(Finding finding);

  /** The last word. */
  void concluded(LintCount count);
}
