package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.CaseHeader;
import dev.ssespec.report.CaseAbout;

/** A case as reports show it to people. */
public final class AboutCase {
  private AboutCase() {}

  /** Everything that is said about {@code one}. */
  public static CaseAbout of(Case one) {
    CaseHeader header = one.header();
    return new CaseAbout(
        header.code(),
        header.id(),
        header.revision(),
        header.level(),
        header.title(),
        header.clauses().stream().map(id -> new CaseAbout.ClauseRef(id, "", "")).toList(),
        header.why(),
        header.hint(),
        header.seenIn(),
        one.stimulusText());
  }
}
