package dev.ssespec.cases;

/** One thing that the standard settles (or leaves open), and how the kit finds out. */
public sealed interface Case
    permits ParserCase,
        LongLineCase,
        PropertyCase,
        ClientCase,
        EndpointCase,
        EmissionCase,
        ConductCase {
  /** Identity, level, clauses, and all that is said about the case in words. */
  CaseHeader header();

  /** The role whose targets it tests. */
  Role role();

  /** What the kit does, in words and escaped bytes, for people; may have several lines. */
  String stimulusText();

  /**
   * Everything that decides a verdict, as text: where it changes, the revision must change too.
   * Prose (title, why, hint, seen in) is not part of it.
   */
  String substance();
}
