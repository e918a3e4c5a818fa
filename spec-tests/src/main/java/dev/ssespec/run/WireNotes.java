package dev.ssespec.run;

import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.WireRecord;

/** What the origin recorded, as entries of a transcript. */
final class WireNotes {
  /** Of a longer write only the beginning is kept: the case says what the rest was. */
  private static final int LONG = 64 * 1024;

  private WireNotes() {}

  /** Whether the response is over, whoever ended it. */
  static boolean isOver(WireRecord record) {
    return record instanceof WireRecord.Ended
        || record instanceof WireRecord.WasCut
        || record instanceof WireRecord.WasReset
        || record instanceof WireRecord.PeerClosed;
  }

  static void add(Transcript transcript, WireRecord record) {
    if (record instanceof WireRecord.RequestSeen seen) {
      String path = seen.subPath().isEmpty() ? "." : seen.subPath();
      note(transcript, record, Kind.REQUEST, seen.method() + " " + path, seen.head());
      if (seen.body().length > 0) {
        note(transcript, record, Kind.REQUEST_BODY, "", seen.body());
      }
    } else if (record instanceof WireRecord.Wrote wrote) {
      note(transcript, record, Kind.WROTE, "", wrote.bytes());
    } else if (record instanceof WireRecord.Ended) {
      note(transcript, record, Kind.ENDED, "end", new byte[0]);
    } else if (record instanceof WireRecord.WasCut) {
      note(transcript, record, Kind.ENDED, "cut", new byte[0]);
    } else if (record instanceof WireRecord.WasReset) {
      note(transcript, record, Kind.ENDED, "reset", new byte[0]);
    } else if (record instanceof WireRecord.PeerClosed closed) {
      note(transcript, record, Kind.PEER_ENDED, closed.byReset() ? "reset" : "end", new byte[0]);
    } else if (record instanceof WireRecord.Flooded) {
      note(
          transcript,
          record,
          Kind.NOTE,
          TranscriptEntry.FLOODED + "more requests than the kit answers",
          new byte[0]);
    }
  }

  private static void note(
      Transcript transcript, WireRecord record, Kind kind, String text, byte[] bytes) {
    Bytes kept = bytes.length <= LONG ? Bytes.of(bytes) : Bytes.of(bytes).slice(0, LONG);
    String cut = bytes.length <= LONG ? text : text + " (the first of " + bytes.length + " bytes)";
    transcript.add(record.atNanos(), kind, record.connection(), record.request(), cut, kept);
  }
}
