package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Until;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.WireRecord;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has happened so far in a client case. Guarded by itself. */
final class Tally {
  private final Words words;
  private final boolean errorsShown;
  private final Set<String> eventData = new HashSet<>();
  private final Set<Integer> over = new HashSet<>();
  private final Set<Integer> left = new HashSet<>();
  private final Set<String> othersClosed = new HashSet<>();
  private final Map<String, Integer> requestsTo = new HashMap<>();
  private int records;
  private int requests;
  private int opened;
  private int errors;
  private int events;
  private Optional<Duration> gaveUpAt = Optional.empty();
  private boolean closed;
  private boolean flooded;
  private boolean neverOpened;
  private Duration lastNews = Duration.ZERO;

  private final long begun = System.nanoTime();
  private Duration lastRequest = Duration.ZERO;
  private Duration lastGap = Duration.ZERO;

  Tally(Words words, boolean errorsShown) {
    this.words = words;
    this.errorsShown = errorsShown;
  }

  synchronized void saw(WireRecord record) {
    records++;
    if (record instanceof WireRecord.RequestSeen seen) {
      requestsTo.merge(seen.subPath(), 1, Integer::sum);
      Duration now = sinceBegin();
      lastGap = requests == 0 ? Duration.ZERO : now.minus(lastRequest);
      lastRequest = now;
      requests = Math.max(requests, record.request());
    } else if (record instanceof WireRecord.PeerClosed) {
      left.add(record.request());
      over.add(record.request());
    } else if (record instanceof WireRecord.Flooded) {
      flooded = true;
    } else if (WireNotes.isOver(record)) {
      over.add(record.request());
    }
  }

  synchronized void heard(ObjectNode message) {
    switch (message.path("op").asText()) {
      case "opened" -> opened++;
      case "error" -> {
        errors++;
        boolean forGood = message.path("state").asText().equals("closed");
        gaveUpAt = forGood ? Optional.of(sinceBegin()) : Optional.empty();
      }
      case "event" -> {
        events++;
        if (eventData.add(message.path("event").path("data").asText())) {
          lastNews = sinceBegin();
        }
      }
      case "closed" -> closed = true;
      case "failed" -> neverOpened = true;
      default -> {}
    }
  }

  /** What a further source reported: of that, events and the answer to close matter. */
  synchronized void heardOther(ObjectNode message) {
    if (message.path("op").asText().equals("event")) {
      heard(message);
    } else if (message.path("op").asText().equals("closed")) {
      othersClosed.add(message.path("id").asText());
    }
  }

  /** How many further sources have answered close. */
  synchronized int othersClosed() {
    return othersClosed.size();
  }

  /** By when, from the beginning, another event is hoped for: the last new one came just now. */
  synchronized Duration nextEventWithin(Duration patience) {
    return lastNews.plus(patience);
  }

  /** Whether the target said that it could not open the source: nothing is left to wait for. */
  synchronized boolean neverOpened() {
    return neverOpened;
  }

  /** How many of the origin's records were seen. */
  synchronized int records() {
    return records;
  }

  synchronized int requests() {
    return requests;
  }

  synchronized int opened() {
    return opened;
  }

  synchronized int errors() {
    return errors;
  }

  synchronized int events() {
    return events;
  }

  /** By when, from the beginning, something is hoped for: one of so many requests came just now. */
  synchronized Duration requestsAwaited(int answers, Duration patience) {
    return requests > 0 && requests <= answers ? lastRequest.plus(patience) : Duration.ZERO;
  }

  /**
   * By when, from the beginning, one more request would have come of a source whose delays double:
   * what it waited last, four times over.
   */
  synchronized Duration nextRequestWithin() {
    return lastRequest.plus(lastGap.multipliedBy(4));
  }

  /**
   * When, from the beginning, the source said that it had failed for good, if that is its last
   * word.
   */
  synchronized Optional<Duration> gaveUpAt() {
    return gaveUpAt;
  }

  /** How long it has been since the beginning. */
  Duration sinceBegin() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Whether the source was already told to close. */
  synchronized boolean closeAsked(Transcript transcript, String id) {
    String close = Json.message("close").put("id", id).toString();
    return transcript.has(entry -> entry.kind() == Kind.TOLD && entry.text().equals(close));
  }

  /** Whether more requests came than the origin answers: nothing is to be learned any more. */
  synchronized boolean flooded() {
    return flooded;
  }

  synchronized boolean has(Until until) {
    if (until instanceof Until.Requests some) {
      return requests >= some.count();
    }
    if (until instanceof Until.EventSeen event) {
      return eventData.contains(words.fill(event.data()));
    }
    if (until instanceof Until.Failed failure) {
      boolean triedAgain = requests > failure.request();
      return gaveUpAt.isPresent()
          || triedAgain
          || (!errorsShown && over.contains(failure.request()));
    }
    if (until instanceof Until.PeerLeft leaving) {
      return left.contains(leaving.request());
    }
    if (until instanceof Until.RequestsTo some) {
      return requestsTo.getOrDefault(some.subPath(), 0) >= some.count();
    }
    if (until instanceof Until.ResponseOver end) {
      return over.contains(end.request());
    }
    if (until instanceof Until.ErrorSeen some) {
      return errors >= some.count();
    }
    if (until instanceof Until.GaveUp) {
      return gaveUpAt.isPresent();
    }
    if (until instanceof Until.Any any) {
      return any.parts().stream().anyMatch(this::has);
    }
    if (until instanceof Until.All all) {
      return all.parts().stream().allMatch(this::has);
    }
    return until instanceof Until.Closed && closed;
  }
}
