package dev.ssespec.report;

import java.util.List;

/**
 * What a person wants to know about a case whatever came of it; one line of a run for each case,
 * ahead of the first {@link CaseRecord} of its code.
 *
 * @param code permanent short code, {@code P-017}
 * @param id permanent slug, {@code parse/line-end/cr-at-chunk-end}
 * @param title one line
 * @param clauses what the case tests
 * @param why what goes wrong in the world where this is wrong
 * @param hint where an author should look first
 * @param seenIn real bugs: project and reference
 * @param stimulus what the kit does, in words and escaped bytes; may have several lines
 */
public record CaseAbout(
    String code,
    String id,
    int revision,
    Level level,
    String title,
    List<ClauseRef> clauses,
    String why,
    String hint,
    List<String> seenIn,
    String stimulus) {

  /**
   * A clause of the ledger.
   *
   * @param id the ledger's name for it
   * @param anchor address of the standard's passage
   * @param text the clause in our own words
   */
  public record ClauseRef(String id, String anchor, String text) {}

  /** Copies the lists. */
  public CaseAbout {
    clauses = List.copyOf(clauses);
    seenIn = List.copyOf(seenIn);
  }
}
