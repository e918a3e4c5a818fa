package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import java.util.ArrayDeque;
import java.util.List;

/** Faults in chunks. */
final class ChunkFaults {
  private ChunkFaults() {}

  static List<ParserFault> all() {
    return List.of(
        lineEndsWithChunk(),
        emptyLineCutIsMissed(),
        buffersClearedWithChunk(),
        firstEventOfChunk(),
        tailReadTwice(),
        emptyChunkEndsStream(),
        oneEventLate(),
        oneEventForEachChunk(),
        eventLostAtEnd(),
        eventWithChunk());
  }

  private static ParserFault lineEndsWithChunk() {
    return fault(
            "line-ends-with-chunk",
            "Takes the end of a chunk for the end of a line.",
            "brainlid/langchain PR 540",
            () ->
                new PlainParser() {
                  @Override
                  void feed(byte[] chunk) {
                    super.feed(chunk);
                    if (line.length() > 0) {
                      endLine();
                    }
                  }
                })
        .floods("chunks=bytes", "chunks=splits")
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault emptyLineCutIsMissed() {
    return fault(
            "empty-line-cut-is-missed",
            "Misses an empty line whose line end begins a chunk.",
            "mpetazzoni/sse.js #36",
            () ->
                new PlainParser() {
                  private boolean start;

                  @Override
                  void feed(byte[] chunk) {
                    start = true;
                    super.feed(chunk);
                  }

                  @Override
                  void character(char c) {
                    super.character(c);
                    start = false;
                  }

                  @Override
                  void emptyLine() {
                    if (!start) {
                      super.emptyLine();
                    }
                  }
                })
        .floods("chunks=bytes", "chunks=splits")
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault buffersClearedWithChunk() {
    return fault(
            "buffers-cleared-with-chunk",
            "Forgets the fields of an unfinished event at the end of a chunk.",
            "Recouse/EventSource #19",
            () ->
                new PlainParser() {
                  @Override
                  void feed(byte[] chunk) {
                    super.feed(chunk);
                    if (chunk.length > 0) {
                      data.setLength(0);
                      type = "";
                    }
                  }
                })
        .floods("chunks=bytes", "chunks=splits")
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault firstEventOfChunk() {
    return fault(
            "first-event-of-chunk",
            "Takes one event from each chunk and drops the rest of it.",
            "jawah/urllib3.future #344, modelcontextprotocol/java-sdk #629",
            () ->
                new PlainParser() {
                  private boolean done;

                  @Override
                  void feed(byte[] chunk) {
                    done = false;
                    super.feed(chunk);
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    if (!done) {
                      super.emit(eventType, payload, lastEventId);
                    }
                    done = true;
                  }
                })
        .floods("chunks=open", "chunks=splits", "chunks=whole")
        .kinds(Failure.MISSING);
  }

  private static ParserFault tailReadTwice() {
    return fault(
            "tail-read-twice",
            "Reads a chunk again from its start if its last event is unfinished.",
            "binaryminds/react-native-sse #41, #42, #44",
            () ->
                new PlainParser() {
                  private String kept = "";

                  @Override
                  void text(String text) {
                    String all = kept + text;
                    kept = "";
                    line.setLength(0);
                    data.setLength(0);
                    type = "";
                    super.text(all);
                    if (line.length() > 0 || data.length() > 0 || !type.isEmpty()) {
                      kept = all;
                    }
                  }
                })
        .floods("chunks=bytes", "chunks=splits")
        .kinds(Failure.EXTRA);
  }

  private static ParserFault emptyChunkEndsStream() {
    return fault(
            "empty-chunk-ends-stream",
            "Takes a chunk without a byte for the end of the stream.",
            "clients that read 0 bytes",
            () ->
                new PlainParser() {
                  private boolean over;

                  @Override
                  void feed(byte[] chunk) {
                    over = over || chunk.length == 0;
                    if (!over) {
                      super.feed(chunk);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault oneEventLate() {
    return fault(
            "one-event-late",
            "Delivers an event when the next line arrives.",
            "mpetazzoni/sseclient #6",
            () ->
                new PlainParser() {
                  private final ArrayDeque<Event> late = new ArrayDeque<>();

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    late.add(new Event(eventType, payload, lastEventId));
                  }

                  @Override
                  void character(char c) {
                    boolean ending = skipLineFeed && c == '\n';
                    if (!ending) {
                      deliver();
                    }
                    super.character(c);
                  }

                  @Override
                  void end() {
                    deliver();
                    super.end();
                  }

                  private void deliver() {
                    events.addAll(late);
                    late.clear();
                  }
                })
        .floods("chunks=open")
        .kinds(Failure.MISSING);
  }

  private static ParserFault oneEventForEachChunk() {
    return fault(
            "one-event-for-each-chunk",
            "Hands out one event for each chunk that comes, and the others at the end.",
            "clients that read an event for each read",
            () ->
                new PlainParser() {
                  private final ArrayDeque<Event> queue = new ArrayDeque<>();

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    queue.add(new Event(eventType, payload, lastEventId));
                  }

                  @Override
                  void feed(byte[] chunk) {
                    super.feed(chunk);
                    if (!queue.isEmpty()) {
                      events.add(queue.remove());
                    }
                  }

                  @Override
                  void end() {
                    super.end();
                    events.addAll(queue);
                  }
                })
        .floods("chunks=open")
        .kinds(Failure.MISSING);
  }

  private static ParserFault eventLostAtEnd() {
    return fault(
            "event-lost-at-end",
            "Delivers an event when the next line arrives, and never the last one.",
            "clients that look for the start of an event",
            () ->
                new PlainParser() {
                  private final ArrayDeque<Event> late = new ArrayDeque<>();

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    late.add(new Event(eventType, payload, lastEventId));
                  }

                  @Override
                  void character(char c) {
                    boolean ending = skipLineFeed && c == '\n';
                    if (!ending) {
                      events.addAll(late);
                      late.clear();
                    }
                    super.character(c);
                  }
                })
        .floods("*")
        .kinds(Failure.MISSING);
  }

  private static ParserFault eventWithChunk() {
    return fault(
            "event-with-chunk",
            "Dispatches what it has at the end of each chunk.",
            "clients that take a chunk for an event",
            () ->
                new PlainParser() {
                  @Override
                  void feed(byte[] chunk) {
                    super.feed(chunk);
                    if (chunk.length > 0 && line.length() == 0) {
                      emptyLine();
                    }
                  }
                })
        .floods("chunks=bytes", "chunks=open", "chunks=splits")
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }
}
