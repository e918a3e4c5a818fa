package dev.ssespec.clauses;

/**
 * One normative statement of a standard.
 *
 * @param id permanent name that cases refer to, {@code interpret/colon-split}
 * @param anchor address of the place where the standard says it
 * @param strength {@code must}, {@code should} or {@code may}
 * @param text what it asks for, in our own words
 * @param uncovered why no case can cover it; empty where cases do
 */
public record Clause(String id, String anchor, String strength, String text, String uncovered) {
  /** Checks the form. */
  public Clause {
    if (!id.matches("[a-z]+(-[a-z0-9]+)*(/[a-z]+(-[a-z0-9]+)*)+")) {
      throw new IllegalArgumentException("Expected a name like parse/bom but was " + id);
    }
    if (!anchor.matches("https://\\S+")) {
      throw new IllegalArgumentException(id + ": expected an address but was " + anchor);
    }
    if (!strength.matches("must|should|may")) {
      throw new IllegalArgumentException(id + ": expected must, should or may, was " + strength);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException(id + ": the text is missing");
    }
  }

  /** A statement that every implementation has to follow. */
  static Clause must(String id, String anchor, String text) {
    return new Clause(id, anchor, "must", text, "");
  }

  /** A statement that implementations are advised to follow. */
  static Clause should(String id, String anchor, String text) {
    return new Clause(id, anchor, "should", text, "");
  }

  /** A statement that leaves implementations free. */
  static Clause may(String id, String anchor, String text) {
    return new Clause(id, anchor, "may", text, "");
  }

  /** The same statement, with the reason why no case covers it. */
  Clause uncoveredBecause(String reason) {
    return new Clause(id, anchor, strength, text, reason);
  }
}
