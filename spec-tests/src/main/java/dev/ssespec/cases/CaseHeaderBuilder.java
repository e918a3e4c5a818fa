package dev.ssespec.cases;

import dev.ssespec.report.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a case's description that all roles share, in the order in which it reads best.
 *
 * @param <B> the role's own builder
 */
abstract class CaseHeaderBuilder<B extends CaseHeaderBuilder<B>> {
  private final String code;
  private final String id;
  private int revision = 1;
  private Level level = Level.MUST;
  private String title = "";
  private List<String> clauses = List.of();
  private String why = "";
  private String hint = "";
  private final List<String> seenIn = new ArrayList<>();
  private final Set<String> needs = new TreeSet<>();
  private final Set<String> catches = new TreeSet<>();
  private boolean slow;

  CaseHeaderBuilder(String code, String id) {
    this.code = code;
    this.id = id;
  }

  abstract B self();

  /** A case whose canonical outcome the standard demands. */
  public B must(String title) {
    return level(Level.MUST, title);
  }

  /** A case whose canonical outcome the standard recommends. */
  public B should(String title) {
    return level(Level.SHOULD, title);
  }

  /** A case that the standard leaves open: recorded, never failed. */
  public B observe(String title) {
    return level(Level.OBSERVE, title);
  }

  /** Good practice beyond the standard. */
  public B practice(String title) {
    return level(Level.PRACTICE, title);
  }

  private B level(Level newLevel, String newTitle) {
    level = newLevel;
    title = newTitle;
    return self();
  }

  /** Counts the changes of the case's substance; 1 unless said. */
  public B revision(int newRevision) {
    revision = newRevision;
    return self();
  }

  /** The ledger's entries that the case tests. */
  public B clauses(String... newClauses) {
    clauses = List.of(newClauses);
    return self();
  }

  /** What goes wrong in the world where this is wrong. */
  public B why(String newWhy) {
    why = newWhy;
    return self();
  }

  /** Where an author should look first. */
  public B hint(String newHint) {
    hint = newHint;
    return self();
  }

  /** Real bugs: project, reference, and what was seen, one string each. */
  public B seenIn(String... bugs) {
    Collections.addAll(seenIn, bugs);
    return self();
  }

  /** Capabilities without which the case is skipped. */
  public B needs(String... capabilities) {
    Collections.addAll(needs, capabilities);
    return self();
  }

  /** Built-in faults that this case must find. */
  public B catches(String... faults) {
    Collections.addAll(catches, faults);
    return self();
  }

  /** The case takes half a minute or more: it is played where {@code --slow} asks for it. */
  public B slow() {
    slow = true;
    return self();
  }

  CaseHeader header() {
    return new CaseHeader(
        code, id, revision, level, title, clauses, why, hint, seenIn, needs, catches, slow);
  }
}
