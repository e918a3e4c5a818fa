package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.CaseHeader;
import dev.ssespec.clauses.Clause;
import dev.ssespec.clauses.Ledger;
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
        header.clauses().stream().map(AboutCase::clause).toList(),
        header.why(),
        header.hint(),
        header.seenIn(),
        one.stimulusText());
  }

  private static CaseAbout.ClauseRef clause(String id) {
    Clause clause =
        Ledger.whole()
            .find(id)
            .orElseThrow(() -> new IllegalStateException("No clause is called " + id));
    return new CaseAbout.ClauseRef(id, clause.anchor(), clause.text());
  }
}
