package dev.ssespec.judge;

import dev.ssespec.cases.Visit;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request to an endpoint and what came of it, read from a transcript.
 *
 * @param label which of the visit's requests it is, where it has several
 * @param entries what passed on its connection
 */
record EndpointExchange(Visit visit, String label, List<TranscriptEntry> entries) {
  private static final String BEGINNING = "visit ";

  EndpointExchange {
    entries = List.copyOf(entries);
  }

  /** All exchanges, in the order in which they were begun. */
  static List<EndpointExchange> of(List<TranscriptEntry> transcript) {
    Map<Integer, List<TranscriptEntry>> byConnection = new LinkedHashMap<>();
    for (TranscriptEntry entry : transcript) {
      if (entry.connection() > 0) {
        byConnection.computeIfAbsent(entry.connection(), c -> new ArrayList<>()).add(entry);
      }
    }
    return byConnection.values().stream().map(EndpointExchange::begunBy).toList();
  }

  private static EndpointExchange begunBy(List<TranscriptEntry> entries) {
    String[] words = entries.get(0).text().substring(BEGINNING.length()).split(" ", 2);
    return new EndpointExchange(Visit.valueOf(words[0]), words.length > 1 ? words[1] : "", entries);
  }

  /** The visit that an opening note names; empty where it names none. */
  static Optional<Visit> visitOf(TranscriptEntry entry) {
    return entry.text().startsWith(BEGINNING)
        ? Optional.of(Visit.valueOf(entry.text().split(" ", 3)[1]))
        : Optional.empty();
  }

  private Optional<TranscriptEntry> first(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).findFirst();
  }

  /** The head of the response. */
  Optional<MessageHead> head() {
    return first(Kind.RESPONSE).map(entry -> MessageHead.parse(entry.bytes().toArray()));
  }

  /** The status of the response; 0 where there is none. */
  int status() {
    return head().map(head -> head.startLine().split(" ", 3)[1]).map(Integer::parseInt).orElse(0);
  }

  /**
   * When the head of the response was there, in microseconds; the end of time where it never was.
   */
  long headAt() {
    return first(Kind.RESPONSE).map(TranscriptEntry::atMicros).orElse(Long.MAX_VALUE);
  }

  /** When the connection was there, or else the exchange was begun. */
  long begunAt() {
    return first(Kind.CONNECTED).orElse(entries.get(0)).atMicros();
  }

  /** When the last thing was seen. */
  long overAt() {
    return entries.get(entries.size() - 1).atMicros();
  }

  /** The bytes of the body as they came, framing and all. */
  List<TranscriptEntry> reads() {
    return entries.stream().filter(entry -> entry.kind() == Kind.READ).toList();
  }

  /** {@code end}, {@code complete}, {@code truncated} or {@code reset}; empty where we ended it. */
  String peerEnd() {
    return first(Kind.PEER_ENDED).map(TranscriptEntry::text).orElse("");
  }

  /** The rest of the note that begins with {@code beginning}. */
  Optional<String> note(String beginning) {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.NOTE && entry.text().startsWith(beginning))
        .map(entry -> entry.text().substring(beginning.length()))
        .findFirst();
  }

  /** Whether the time was over before the exchange was. */
  boolean ranOut() {
    return first(Kind.DEADLINE).isPresent();
  }

  /** The essence of the media type in lower case; empty where there is none. */
  String mediaType() {
    return head().flatMap(head -> head.first("Content-Type")).map(MediaType::essence).orElse("");
  }

  /** Whether it is an event stream as a client would take it. */
  boolean opened() {
    return status() == 200 && mediaType().equals(MediaType.EVENT_STREAM);
  }

  /** Whether the endpoint had too much to do, or too many connections of ours. */
  boolean turnedAway() {
    return status() == 429 || status() == 503;
  }

  /** What came instead of a response, or the response in a few words. */
  String inWords() {
    Optional<MessageHead> head = head();
    if (head.isPresent()) {
      String type = head.get().first("Content-Type").orElse("no media type");
      return head.get().startLine().strip() + " (" + type + ")";
    }
    if (note("no HTTP: ").isPresent()) {
      return "what is no HTTP: " + note("no HTTP: ").get();
    }
    if (note("no connection: ").isPresent()) {
      return "no connection: " + note("no connection: ").get();
    }
    return switch (peerEnd()) {
      case "reset" -> "a reset of the connection before any response";
      case "truncated", "end" -> "the end of the connection before any response";
      default ->
          String.format(Locale.ROOT, "no response at all in %.1f s", (overAt() - begunAt()) / 1e6);
    };
  }
}
