package dev.ssespec.run;

import dev.ssespec.client.BodyFraming;
import dev.ssespec.client.WireCall;
import dev.ssespec.client.WireReading;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request of a visit and all that comes of it, as it comes: written down at once, and counted
 * so that a visit can wait for something. What is counted here judges nothing.
 *
 * <p>Safe for all threads.
 */
final class VisitExchange {
  /** How much of a body is written down. */
  static final int RECORDED = 256 * 1024;

  /** How many reads are written down. */
  static final int READS = 4000;

  private final Transcript transcript;
  private final int connection;
  private final long patience;
  private final List<Event> events = new ArrayList<>();
  private final EventStreamParser parser =
      new EventStreamParser((type, data, id) -> events.add(new Event(type, data, id)));
  private @Nullable WireCall call;
  private WireReading.@Nullable Head head;
  private @Nullable WireReading end;
  private long bodyBytes;
  private int reads;
  private long unrecorded;
  private long lineEnds;
  private boolean connected;
  private boolean over;

  /**
   * An exchange that is yet to begin.
   *
   * @param connection its number in the transcript
   * @param patience how many bytes are read of a body in which no line ends
   */
  VisitExchange(Transcript transcript, int connection, long patience) {
    this.transcript = transcript;
    this.connection = connection;
    this.patience = patience;
  }

  /** To be called once, at once: the exchange ends its call when it has seen enough. */
  synchronized void begun(WireCall newCall) {
    call = newCall;
    if (over) {
      newCall.cancel();
    }
  }

  synchronized void hear(WireReading reading) {
    if (reading instanceof WireReading.Head newHead && newHead.status() >= 200) {
      head = newHead;
      note(reading, Kind.RESPONSE, "", Bytes.of(newHead.raw()));
    } else if (reading instanceof WireReading.Body body) {
      hearBody(body);
    } else if (reading instanceof WireReading.Connected) {
      connected = true;
      note(reading, Kind.CONNECTED, "", Bytes.none());
    } else if (reading.isLast()) {
      hearEnd(reading);
    }
    notifyAll();
  }

  private void hearBody(WireReading.Body body) {
    bodyBytes += body.raw().length;
    reads++;
    if (bodyBytes <= RECORDED && reads <= READS) {
      note(body, Kind.READ, "", Bytes.of(body.raw()));
      parser.feed(body.payload());
      return;
    }
    unrecorded += body.raw().length;
    for (byte b : body.payload()) {
      lineEnds += b == '\n' || b == '\r' ? 1 : 0;
    }
    if (!events.isEmpty() || lineEnds > 0 || bodyBytes >= patience) {
      cut();
    }
  }

  private void hearEnd(WireReading reading) {
    if (unrecorded > 0) {
      note(
          reading,
          Kind.NOTE,
          "not written down: " + unrecorded + " more bytes with " + lineEnds + " line ends",
          Bytes.none());
    }
    end = reading;
    if (reading instanceof WireReading.Ended) {
      boolean closed = head != null && head.framing() == BodyFraming.CLOSE;
      note(reading, Kind.PEER_ENDED, closed ? "end" : "complete", Bytes.none());
    } else if (reading instanceof WireReading.Truncated) {
      note(reading, Kind.PEER_ENDED, "truncated", Bytes.none());
    } else if (reading instanceof WireReading.PeerReset reset) {
      note(reading, Kind.NOTE, "broken: " + reset.message(), Bytes.none());
      note(reading, Kind.PEER_ENDED, "reset", Bytes.none());
    } else if (reading instanceof WireReading.Malformed malformed) {
      note(reading, Kind.NOTE, "no HTTP: " + malformed.message(), Bytes.none());
    } else if (reading instanceof WireReading.NoConnection none) {
      note(reading, Kind.NOTE, "no connection: " + none.message(), Bytes.none());
    } else if (reading instanceof WireReading.DeadlineReached) {
      note(reading, Kind.DEADLINE, "the time of this exchange was over", Bytes.none());
    } else {
      note(reading, Kind.ENDED, "cut", Bytes.none());
    }
  }

  private void note(WireReading reading, Kind kind, String text, Bytes bytes) {
    transcript.add(reading.atNanos(), kind, connection, 0, text, bytes);
  }

  /** Writes down a remark about this exchange. */
  void remark(String text) {
    transcript.add(System.nanoTime(), Kind.NOTE, connection, 0, text, Bytes.none());
  }

  /** Ends the exchange, if it has not ended yet. */
  synchronized void cut() {
    over = true;
    if (call != null) {
      call.cancel();
    }
  }

  /** The head of the response, if it has come. */
  synchronized Optional<WireReading.Head> head() {
    return Optional.ofNullable(head);
  }

  /** How it ended, if it has. */
  synchronized Optional<WireReading> end() {
    return Optional.ofNullable(end);
  }

  /** Why there never was a connection; empty where there was one, or may still be one. */
  synchronized Optional<String> unreachable() {
    if (connected || end == null) {
      return Optional.empty();
    }
    return Optional.of(
        end instanceof WireReading.NoConnection none
            ? none.message()
            : "no connection was made in time");
  }

  /** The events so far. */
  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  synchronized boolean hasBody() {
    return bodyBytes > 0;
  }

  /** Waits until the condition holds, the exchange has ended, or the time is over. */
  synchronized void await(Predicate<VisitExchange> condition, Duration most)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (end == null && !condition.test(this)) {
      long nanos = deadline - System.nanoTime();
      if (nanos <= 0) {
        return;
      }
      // Never shorter: what is waited for may be the end of just that time.
      wait(nanos / 1_000_000 + 1);
    }
  }

  /** Waits for the end of the exchange. */
  void awaitEnd(Duration most) throws InterruptedException {
    await(exchange -> false, most);
  }
}
