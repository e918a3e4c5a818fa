package dev.ssespec.run;

import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What passed in one session, as it is written down. Safe for all threads. */
public final class Transcript {
  private final long begun = System.nanoTime();
  private final List<TranscriptEntry> entries = new ArrayList<>();

  /** The entries of all of them, one after another, on the clock of the first. */
  static Transcript joined(List<Transcript> parts) {
    var whole = new Transcript();
    long begun = parts.stream().mapToLong(part -> part.begun).min().orElse(whole.begun);
    for (Transcript part : parts) {
      long later = (part.begun - begun) / 1000;
      for (TranscriptEntry e : part.entries()) {
        whole.entries.add(
            new TranscriptEntry(
                e.atMicros() + later, e.kind(), e.connection(), e.request(), e.text(), e.bytes()));
      }
    }
    return whole;
  }

  /** The entries of all of them, each behind all of the one before, whenever that was. */
  static Transcript inARow(List<Transcript> parts) {
    var whole = new Transcript();
    long later = 0;
    for (Transcript part : parts) {
      long last = later;
      for (TranscriptEntry e : part.entries()) {
        last = later + e.atMicros();
        whole.entries.add(
            new TranscriptEntry(last, e.kind(), e.connection(), e.request(), e.text(), e.bytes()));
      }
      later = last + 1;
    }
    return whole;
  }

  /** A transcript of these entries, which were made in another one. */
  static Transcript of(List<TranscriptEntry> entries) {
    var transcript = new Transcript();
    transcript.entries.addAll(entries);
    return transcript;
  }

  /** Writes down something without bytes, now. */
  public void add(Kind kind, String text) {
    add(System.nanoTime(), kind, 0, 0, text, Bytes.none());
  }

  /** Writes down something that happened at {@code atNanos} of {@link System#nanoTime()}. */
  public synchronized void add(
      long atNanos, Kind kind, int connection, int request, String text, Bytes bytes) {
    entries.add(
        new TranscriptEntry((atNanos - begun) / 1000, kind, connection, request, text, bytes));
  }

  /**
   * All entries so far, in the order in which they happened: the wire may report a little later
   * than it acts.
   */
  public synchronized List<TranscriptEntry> entries() {
    return entries.stream().sorted(Comparator.comparingLong(TranscriptEntry::atMicros)).toList();
  }

  /** Whether an entry of {@code kind} stands there. */
  public boolean has(Kind kind) {
    return has(entry -> entry.kind() == kind);
  }

  /** Whether an entry stands there for which {@code condition} holds. */
  public synchronized boolean has(Predicate<TranscriptEntry> condition) {
    return entries.stream().anyMatch(condition);
  }

  /** Milliseconds since the session began. */
  public long elapsedMillis() {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
