package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What the judges of a told server see. */
final class ToldSight {
  private static final String WHOLE = "the whole body, compressed";

  /** The most that a compressed body may hold. */
  private static final int MOST = 160 << 20;

  private final List<TranscriptEntry> transcript;
  private final List<EndpointExchange> exchanges;
  private final Map<Integer, ObjectNode> answers = new TreeMap<>();

  ToldSight(List<TranscriptEntry> transcript) {
    this.transcript = transcript;
    exchanges = EndpointExchange.of(transcript);
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.SAID) {
        Json.parse(entry.text())
            .filter(said -> said.has("seq"))
            .ifPresent(said -> answers.put(said.path("seq").asInt(), said));
      }
    }
  }

  /** The connections, in the order in which they were opened. */
  List<EndpointExchange> connections() {
    return exchanges;
  }

  /** The connections of that label. */
  List<EndpointExchange> connections(String label) {
    return exchanges.stream().filter(one -> one.label().equals(label)).toList();
  }

  /** What the target said to an order. */
  Optional<ObjectNode> answer(int seq) {
    return Optional.ofNullable(answers.get(seq));
  }

  /** How many messages of that kind the target said. */
  long said(String op) {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.SAID)
        .filter(entry -> entry.text().contains("\"op\":\"" + op + "\""))
        .count();
  }

  /** The rest of the note of the whole session that begins so. */
  Optional<String> note(String beginning) {
    return noteEntry(beginning).map(entry -> entry.text().substring(beginning.length()));
  }

  /** When that note was written; the end of time where it was not. */
  long noteAt(String beginning) {
    return noteEntry(beginning).map(TranscriptEntry::atMicros).orElse(Long.MAX_VALUE);
  }

  private Optional<TranscriptEntry> noteEntry(String beginning) {
    return transcript.stream()
        .filter(e -> e.kind() == Kind.NOTE && e.connection() == 0)
        .filter(e -> e.text().startsWith(beginning))
        .findFirst();
  }

  /** What the session waited for in vain; empty where it did not. */
  Optional<String> deadline() {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.DEADLINE)
        .map(TranscriptEntry::text)
        .findFirst();
  }

  /** Whether the target's process is gone. */
  boolean gone() {
    return transcript.stream().anyMatch(entry -> entry.kind() == Kind.EXITED);
  }

  /** What the death of the target means. */
  Judgement death() {
    return Judge.gone(transcript);
  }

  /** All that passed. */
  List<TranscriptEntry> transcript() {
    return transcript;
  }

  /** The whole body that came on a connection, without its framing. */
  static byte[] payload(EndpointExchange exchange) {
    Optional<TranscriptEntry> whole =
        exchange.entries().stream().filter(entry -> entry.text().equals(WHOLE)).findFirst();
    return whole.isPresent()
        ? inflated(whole.get().bytes().toArray())
        : EndpointBody.of(exchange).whole();
  }

  private static byte[] inflated(byte[] coded) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return in.readNBytes(MOST);
    } catch (IOException e) {
      throw new IllegalStateException("A recorded body is no gzip", e);
    }
  }
}
