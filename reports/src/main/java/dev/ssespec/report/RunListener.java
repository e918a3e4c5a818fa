package dev.ssespec.report;

/**
 * Hears of a run as it goes. Calls come one at a time, in order: the header, then cases (each
 * code's {@link CaseAbout} ahead of its first record), then the end unless the run was cut off.
 */
public interface RunListener {
  /** The run begins. */
  default void began(RunHeader header, int planned) {}

  /** A case that will have records. */
  default void about(CaseAbout about) {}

  /** One case in one variant was judged. */
  default void judged(CaseRecord record) {}

  /** The run is over; {@code complete} is false where it was stopped early. */
  default void ended(boolean complete) {}
}
