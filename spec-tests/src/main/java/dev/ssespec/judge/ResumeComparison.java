package dev.ssespec.judge;

import dev.ssespec.judge.EndpointStream.Timed;
import dev.ssespec.parser.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resumed stream beside one that stayed.
 *
 * @param stayed the events of the connection that stayed
 * @param position where among them the dropped one broke off
 * @param first what the dropped connection began with
 * @param resumed what came after the resumption
 * @param askedAt when the resumption was asked for, in microseconds
 * @param answeredAt when it was answered
 */
record ResumeComparison(
    List<Timed> stayed,
    int position,
    Event first,
    List<Event> resumed,
    long askedAt,
    long answeredAt) {

  /** Nothing that was sent at once is late by so much. */
  private static final long LATE_MICROS = 2_000_000;

  ResumeComparison {
    stayed = List.copyOf(stayed);
    resumed = List.copyOf(resumed);
  }

  /** Empty where the ids do not let the two be compared. */
  static Optional<ResumeComparison> of(
      EndpointStream stayed, EndpointExchange before, EndpointExchange after) {
    List<Event> seen = events(EndpointStream.of(before));
    Set<String> ids = new HashSet<>();
    boolean distinct = stayed.events().stream().allMatch(e -> ids.add(e.event().lastEventId()));
    if (seen.isEmpty() || !distinct) {
      return Optional.empty();
    }
    int position = events(stayed).indexOf(seen.get(seen.size() - 1));
    return position < 0
        ? Optional.empty()
        : Optional.of(
            new ResumeComparison(
                stayed.events(),
                position,
                seen.get(0),
                events(EndpointStream.of(after)),
                after.begunAt(),
                after.headAt()));
  }

  private static List<Event> events(EndpointStream stream) {
    return stream.events().stream().map(Timed::event).toList();
  }

  /** The id that the resumption was asked with. */
  String lastSeen() {
    return stayed.get(position).event().lastEventId();
  }

  /** Whether the stream begins as if nothing had been seen. */
  boolean startsOver() {
    return !resumed.isEmpty() && resumed.get(0).equals(first);
  }

  /** An event that had been seen before, or that came twice. */
  Optional<Event> repeated() {
    Set<Event> seen = new HashSet<>(events(stayed.subList(0, position + 1)));
    return resumed.stream().filter(event -> !seen.add(event)).findFirst();
  }

  /** What the other connection had got when the resumption was asked for. */
  private List<Event> missed() {
    return events(
        stayed.subList(position + 1, stayed.size()).stream()
            .filter(e -> e.atMicros() < askedAt)
            .toList());
  }

  private static List<Event> events(List<Timed> timed) {
    return timed.stream().map(Timed::event).toList();
  }

  /**
   * The ids that ought to have come and did not, though later ones came. An event that the other
   * connection has not got is later than all of them.
   */
  List<String> missing() {
    List<Event> all = events(stayed);
    boolean beyond = resumed.stream().anyMatch(event -> !all.contains(event));
    int last = resumed.stream().mapToInt(all::lastIndexOf).max().orElse(-1);
    int upTo = Math.max(position, beyond ? Math.max(last, position + missed().size()) : last);
    return all.subList(position + 1, upTo + 1).stream()
        .filter(event -> !resumed.contains(event))
        .map(Event::lastEventId)
        .toList();
  }

  /** Whether none of the missed events came. */
  boolean replayedNothing() {
    return missed().stream().noneMatch(resumed::contains);
  }

  /** Whether of several missed events the last alone came. */
  boolean replayedLatestOnly() {
    List<Event> missed = missed();
    return missed.size() >= 3
        && missed.stream()
            .filter(resumed::contains)
            .toList()
            .equals(missed.subList(missed.size() - 1, missed.size()));
  }

  /** How many events the other connection got while this one was silent. */
  int silentThough() {
    return (int) stayed.stream().filter(e -> e.atMicros() > answeredAt + LATE_MICROS).count();
  }

  /** An event that came behind one that it should have come ahead of. */
  Optional<Event> outOfOrder() {
    List<Event> all = events(stayed);
    int latest = position;
    for (Event event : resumed) {
      int at = all.indexOf(event);
      if (at > position && at < latest) {
        return Optional.of(event);
      }
      latest = Math.max(latest, at);
    }
    return Optional.empty();
  }
}
