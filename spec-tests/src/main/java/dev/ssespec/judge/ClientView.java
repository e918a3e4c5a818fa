package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.Event;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a client case's transcript shows. Requests count up to the mark that the case is over; what
 * the target reported counts up to its answer to {@code close}, since only then has everything that
 * it had to say arrived.
 */
final class ClientView {
  private final List<TranscriptEntry> wire = new ArrayList<>();
  private final List<ObjectNode> said = new ArrayList<>();
  private final List<ObjectNode> afterClose = new ArrayList<>();
  private final List<TranscriptEntry> all;
  private boolean closedBeforeOver;

  /** What it shows of the case's own source. */
  ClientView(List<TranscriptEntry> transcript) {
    this(transcript, "");
  }

  private ClientView(List<TranscriptEntry> transcript, String source) {
    all = transcript;
    boolean over = false;
    boolean closed = false;
    for (TranscriptEntry entry : transcript) {
      over = over || (entry.kind() == Kind.NOTE && entry.text().equals(TranscriptEntry.CASE_OVER));
      if (entry.kind() == Kind.SAID) {
        ObjectNode message = Json.parse(entry.text()).orElseGet(Json::object);
        if (!source.equals(sourceOf(message))) {
          continue;
        }
        (closed ? afterClose : said).add(message);
        closedBeforeOver |= !over && message.path("op").asText().equals("closed");
        closed = closed || message.path("op").asText().equals("closed");
      } else if (!over) {
        wire.add(entry);
      }
    }
  }

  /** The ids of further sources are that of the case's own, a dot, and their name. */
  private static String sourceOf(ObjectNode message) {
    String id = message.path("id").asText();
    int dot = id.indexOf('.');
    return dot < 0 ? "" : id.substring(dot + 1);
  }

  /** What the transcript shows of one of several sources, its requests counted from 1. */
  ClientView of(String source, String subPath) {
    List<TranscriptEntry> own = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (TranscriptEntry e : all) {
      if (e.kind() == Kind.REQUEST
          && e.text().endsWith(" " + (subPath.isEmpty() ? "." : subPath))) {
        numbers.put(e.request(), numbers.size() + 1);
      }
      int number = numbers.getOrDefault(e.request(), 0);
      if (e.request() == 0 || number > 0) {
        own.add(
            new TranscriptEntry(
                e.atMicros(), e.kind(), e.connection(), number, e.text(), e.bytes()));
      }
    }
    return new ClientView(own, source);
  }

  private Stream<ObjectNode> said(String op) {
    return said.stream().filter(message -> message.path("op").asText().equals(op));
  }

  /** Everything that was reported as an event, ids left empty unless {@code ids}. */
  List<Event> events(boolean ids) {
    return said("event").map(message -> EventList.readOne(message.path("event"), ids)).toList();
  }

  /** The same, without an event ahead of the others that has this data. */
  List<Event> eventsBehind(String data, boolean ids) {
    List<Event> events = events(ids);
    boolean first = !events.isEmpty() && events.get(0).data().equals(data);
    return first ? events.subList(1, events.size()) : events;
  }

  /** The comments that were reported, in order. */
  List<String> comments() {
    return said("comment").map(message -> message.path("text").asText()).toList();
  }

  /** The first note that begins like this, without its beginning; or empty. */
  String note(String beginning) {
    return all.stream()
        .filter(e -> e.kind() == Kind.NOTE && e.text().startsWith(beginning))
        .map(e -> e.text().substring(beginning.length()))
        .findFirst()
        .orElse("");
  }

  /** The origins that the events named. */
  List<String> origins() {
    return said("event").map(message -> message.path("event").path("origin").asText("")).toList();
  }

  /** The states that the errors named, in order. */
  List<String> errors() {
    return said("error").map(message -> message.path("state").asText()).toList();
  }

  /** What the errors said, in order. */
  List<String> errorMessages() {
    return said("error").map(message -> message.path("message").asText()).toList();
  }

  /** All that was reported, up to the answer to {@code close}. */
  List<ObjectNode> reports() {
    return said;
  }

  /** The first message of this op that the target was told. */
  ObjectNode told(String op) {
    return all.stream()
        .filter(e -> e.kind() == Kind.TOLD)
        .map(e -> Json.parse(e.text()).orElseGet(Json::object))
        .filter(message -> message.path("op").asText().equals(op))
        .findFirst()
        .orElseGet(Json::object);
  }

  /** How often a message of this kind was reported. */
  long count(String op) {
    return said(op).count();
  }

  /** Why the source was never opened; empty where it was. */
  String neverOpened() {
    return said("failed")
        .map(message -> message.path("error").asText("no reason was given"))
        .findFirst()
        .orElse("");
  }

  /** What was reported behind the answer to {@code close}. */
  List<ObjectNode> afterClose() {
    return afterClose.stream().filter(m -> !m.path("op").asText().equals("closed")).toList();
  }

  /** Whether the event was reported before that error, or there was no such error. */
  boolean eventBeforeError(String data, int error) {
    int errors = 0;
    for (ObjectNode message : said) {
      String op = message.path("op").asText();
      if (op.equals("event") && message.path("event").path("data").asText().equals(data)) {
        return true;
      }
      errors += op.equals("error") ? 1 : 0;
      if (errors == error) {
        return false;
      }
    }
    return true;
  }

  /** When the target answered {@code close}, in microseconds. */
  OptionalLong closed() {
    return all.stream()
        .filter(e -> e.kind() == Kind.SAID && e.text().contains("\"op\":\"closed\""))
        .mapToLong(TranscriptEntry::atMicros)
        .findFirst();
  }

  /** How many requests arrived after the answer to {@code close}. */
  int requestsAfterClose() {
    int count = 0;
    boolean closed = false;
    for (TranscriptEntry entry : all) {
      closed = closed || (entry.kind() == Kind.SAID && entry.text().contains("\"op\":\"closed\""));
      count += closed && entry.kind() == Kind.REQUEST ? 1 : 0;
    }
    return count;
  }

  /** The requests, in order. */
  List<TranscriptEntry> requests() {
    return wire.stream().filter(entry -> entry.kind() == Kind.REQUEST).toList();
  }

  /** The {@code number}-th request. */
  Optional<TranscriptEntry> request(int number) {
    return requests().stream().filter(entry -> entry.request() == number).findFirst();
  }

  /** The body of the {@code number}-th request, or empty text. */
  String body(int number) {
    return wire.stream()
        .filter(e -> e.kind() == Kind.REQUEST_BODY && e.request() == number)
        .map(e -> e.bytes().text())
        .findFirst()
        .orElse("");
  }

  /** When the response to the {@code number}-th request was over, in microseconds. */
  OptionalLong over(int number) {
    return wire.stream()
        .filter(e -> e.request() == number)
        .filter(e -> e.kind() == Kind.ENDED || e.kind() == Kind.PEER_ENDED)
        .mapToLong(TranscriptEntry::atMicros)
        .findFirst();
  }

  /**
   * When the target may have known, at the earliest, that the response was over. An orderly end is
   * in the last bytes that were written; the kit writes down only later that it has ended.
   */
  OptionalLong overAtTheEarliest(int number) {
    long[] writes = writes(number);
    boolean orderly =
        wire.stream()
            .anyMatch(
                e -> e.request() == number && e.kind() == Kind.ENDED && e.text().equals("end"));
    return orderly && writes.length > 0 ? OptionalLong.of(writes[writes.length - 1]) : over(number);
  }

  /** When the target ended the connection of that request, in microseconds. */
  OptionalLong left(int number) {
    return wire.stream()
        .filter(e -> e.request() == number && e.kind() == Kind.PEER_ENDED)
        .mapToLong(TranscriptEntry::atMicros)
        .findFirst();
  }

  /** When the kit wrote on the connection of that request, in microseconds. */
  long[] writes(int number) {
    return wire.stream()
        .filter(e -> e.request() == number && e.kind() == Kind.WROTE)
        .mapToLong(TranscriptEntry::atMicros)
        .toArray();
  }

  /** When the events of the case's own source were reported, in microseconds. */
  long[] eventTimes() {
    return all.stream()
        .filter(e -> e.kind() == Kind.SAID)
        .filter(
            e -> Json.parse(e.text()).orElseGet(Json::object).path("op").asText().equals("event"))
        .mapToLong(TranscriptEntry::atMicros)
        .toArray();
  }

  /** Whether the target itself ended the connection of that request. */
  boolean peerLeft(int number) {
    return wire.stream().anyMatch(e -> e.request() == number && e.kind() == Kind.PEER_ENDED);
  }

  /** The target's process is gone. */
  boolean gone() {
    return all.stream().anyMatch(entry -> entry.kind() == Kind.EXITED);
  }

  /** Whether the target answered close, or closed by itself, before the case was over. */
  boolean closedBeforeOver() {
    return closedBeforeOver;
  }

  /** Whether more requests came than the kit answers. */
  boolean flooded() {
    return wire.stream()
        .anyMatch(e -> e.kind() == Kind.NOTE && e.text().startsWith(TranscriptEntry.FLOODED));
  }

  /** From the first request to the last one that was answered, in milliseconds. */
  long requestMillis() {
    List<TranscriptEntry> requests = requests();
    return requests.isEmpty()
        ? 0
        : (requests.get(requests.size() - 1).atMicros() - requests.get(0).atMicros()) / 1000;
  }

  /** What the session waited for in vain, or empty. */
  String deadline() {
    return wire.stream()
        .filter(entry -> entry.kind() == Kind.DEADLINE)
        .map(TranscriptEntry::text)
        .findFirst()
        .orElse("");
  }

  /** The origin's address, the main one or the other. */
  String originAddress(boolean main) {
    return wire.stream()
        .filter(e -> e.kind() == Kind.NOTE && e.text().startsWith("origin "))
        .map(e -> e.text().split(" ", -1)[main ? 1 : 3])
        .map(
            address -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
        .findFirst()
        .orElse("");
  }
}
