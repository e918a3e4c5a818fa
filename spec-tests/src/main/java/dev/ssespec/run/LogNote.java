package dev.ssespec.run;

import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;

/** The end of a target's log, where something went wrong. */
final class LogNote {
  private static final int SHOWN = 4000;

  private LogNote() {}

  /** Writes it down, if there is any. */
  static void add(Transcript transcript, Adapter adapter) {
    String log = adapter.log().strip();
    if (!log.isEmpty()) {
      transcript.add(
          Kind.NOTE,
          "the target's log ends with:\n" + log.substring(Math.max(0, log.length() - SHOWN)));
    }
  }
}
