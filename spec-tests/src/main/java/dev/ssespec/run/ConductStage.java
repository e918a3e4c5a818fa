package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.time.Duration;
import java.util.Set;

/** What a conduct is played with: a server of its own, and connections to it. */
record ConductStage(
    ToldServer server,
    ToldWire wire,
    Transcript transcript,
    Set<String> capabilities,
    Duration timeout) {
  ConductStage {
    capabilities = Set.copyOf(capabilities);
  }

  /**
   * A stream that gets what is sent from now on; its end is in the transcript where it does not.
   */
  ToldReader subscribed(String label) {
    ToldReader reader = wire.open(label);
    subscribe(reader);
    return reader;
  }

  /** Waits until a stream gets what is sent. */
  boolean subscribe(ToldReader reader) {
    boolean subscribed = EmissionTalk.subscribed(server, reader, Marks.next(), timeout);
    if (!subscribed && !reader.hasEnded()) {
      late("a plain event to arrive");
    }
    return subscribed;
  }

  /** Writes down that the time was over. */
  void late(String what) {
    transcript.add(Kind.DEADLINE, "waited " + timeout.toSeconds() + " s for " + what);
  }

  /** Writes a remark down. */
  void note(String text) {
    transcript.add(Kind.NOTE, text);
  }

  /** Waits until an event with this word was dispatched, or the last word has come behind it. */
  boolean arrives(ToldReader reader, String mark, String last) {
    boolean came =
        reader.await(r -> r.dispatched(mark) || r.found(last), timeout) || reader.hasEnded();
    if (!came) {
      late("what was sent to arrive");
    }
    return came;
  }

  /** Ends the streams that are open, and waits for it. */
  void end(Iterable<ToldReader> readers) {
    server.end();
    if (!server.await(ToldServer::hasEnded, timeout)) {
      late("the answer to end");
      return;
    }
    for (ToldReader reader : readers) {
      if (!reader.awaitEnd(timeout)) {
        late("the end of a stream");
        return;
      }
    }
  }

  /** Sends two plain events, and waits for them on every one of the streams. */
  void conclude(Iterable<ToldReader> readers) {
    String sentinel = Marks.next();
    String last = Marks.next();
    readers.forEach(reader -> reader.watchFor(last));
    server.send(EmissionJson.data(sentinel));
    int end = server.send(EmissionJson.data(last));
    for (ToldReader reader : readers) {
      if (!arrives(reader, sentinel, last)) {
        return;
      }
    }
    server.await(s -> s.answered(end), timeout);
  }

  /** A plain event, with a comment in its place every so often where there are comments. */
  ObjectNode heartbeat() {
    return capabilities.contains("comment")
        ? EmissionJson.comment("still here")
        : EmissionJson.data("still here");
  }
}
