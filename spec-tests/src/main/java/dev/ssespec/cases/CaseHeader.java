package dev.ssespec.cases;

import dev.ssespec.report.Level;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Identity of a case and all that is said about it in words.
 *
 * @param code permanent short code, {@code P-017}; never reused
 * @param id permanent slug without numbers, {@code parse/line-end/cr-at-chunk-end}
 * @param revision counts the changes of the case's substance, from 1
 * @param clauses names of entries of the clause ledger, at least one
 * @param needs capabilities without which the case is skipped
 * @param catches names of the built-in faults that this case must find, and only it and its like
 * @param slow whether it takes half a minute or more, and is played only where that is asked for
 */
public record CaseHeader(
    String code,
    String id,
    int revision,
    Level level,
    String title,
    List<String> clauses,
    String why,
    String hint,
    List<String> seenIn,
    Set<String> needs,
    Set<String> catches,
    boolean slow) {

  /** Checks the identity's form and copies the collections. */
  public CaseHeader {
    if (!code.matches("[PCSX]-\\d{3}")) {
      throw new IllegalArgumentException("Expected a code like P-017 but was " + code);
    }
    if (!id.matches("[a-z]+(/[a-z]+(-[a-z]+)*)+")) {
      throw new IllegalArgumentException(code + ": expected a slug without numbers but was " + id);
    }
    if (title.isBlank() || clauses.isEmpty() || why.isBlank() || hint.isBlank()) {
      throw new IllegalArgumentException(code + ": title, clauses, why and hint must be said");
    }
    clauses = List.copyOf(clauses);
    seenIn = List.copyOf(seenIn);
    needs = java.util.Collections.unmodifiableSet(new TreeSet<>(needs));
    catches = java.util.Collections.unmodifiableSet(new TreeSet<>(catches));
  }

  /** The first two segments of the slug: what the console and the matrix group by. */
  public String group() {
    int first = id.indexOf('/');
    int second = id.indexOf('/', first + 1);
    return second < 0 ? id.substring(0, first) : id.substring(0, second);
  }
}
