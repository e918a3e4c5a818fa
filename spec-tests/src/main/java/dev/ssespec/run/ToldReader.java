package dev.ssespec.run;

import dev.ssespec.client.BodyFraming;
import dev.ssespec.client.WireCall;
import dev.ssespec.client.WireReading;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.EventStreamParser;
import dev.ssespec.parser.StreamListener;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a told server, and all that comes on it: written down as it comes, and looked
 * at so that a session can wait for something. What is seen here judges nothing. Safe for all
 * threads.
 */
final class ToldReader {
  /** How much is written down as it came; of more the whole body is, compressed. */
  private static final int RECORDED = 256 * 1024;

  private final Transcript transcript;
  private final int connection;
  private final long limit;
  private final boolean keeping;
  private final List<Event> events = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final EventStreamParser parser = new EventStreamParser(new Heard());
  private final Map<String, Boolean> marks = new HashMap<>();
  private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
  private byte[] tail = new byte[0];
  private @Nullable WireCall call;
  private WireReading.@Nullable Head head;
  private @Nullable WireReading end;
  private long bodyBytes;
  private boolean over;
  private boolean told;

  /**
   * A connection that is yet to be made.
   *
   * @param limit how many bytes of the body are read at most
   * @param keeping whether all of the body is written down, and its events kept
   */
  ToldReader(Transcript transcript, int connection, long limit, boolean keeping) {
    this.transcript = transcript;
    this.connection = connection;
    this.limit = limit;
    this.keeping = keeping;
  }

  /** To be called once, at once. */
  synchronized void begun(WireCall newCall) {
    call = newCall;
    if (over) {
      newCall.cancel();
    }
  }

  /** Looks for a word in what comes from now on. */
  synchronized void watchFor(String mark) {
    marks.putIfAbsent(mark, false);
  }

  synchronized void hear(WireReading reading) {
    if (reading instanceof WireReading.Head newHead && newHead.status() >= 200) {
      head = newHead;
      note(reading.atNanos(), Kind.RESPONSE, "", Bytes.of(newHead.raw()));
    } else if (reading instanceof WireReading.Body body) {
      hearBody(body);
    } else if (reading instanceof WireReading.Connected) {
      note(reading.atNanos(), Kind.CONNECTED, "", Bytes.none());
    } else if (reading.isLast()) {
      hearEnd(reading);
    }
    notifyAll();
  }

  private void hearBody(WireReading.Body body) {
    bodyBytes += body.raw().length;
    if (keeping) {
      if (bodyBytes <= RECORDED) {
        note(body.atNanos(), Kind.READ, "", Bytes.of(body.raw()));
      }
      payload.writeBytes(body.payload());
      parser.feed(body.payload());
    }
    look(body.payload());
    if (bodyBytes > limit && !over) {
      remark("not read on: " + bodyBytes + " bytes came");
      cut();
    }
  }

  private void look(byte[] bytes) {
    byte[] both = java.util.Arrays.copyOf(tail, tail.length + bytes.length);
    System.arraycopy(bytes, 0, both, tail.length, bytes.length);
    String text = new String(both, StandardCharsets.ISO_8859_1);
    marks.replaceAll((mark, seen) -> seen || text.contains(mark));
    int kept = Math.min(64, both.length);
    tail = java.util.Arrays.copyOfRange(both, both.length - kept, both.length);
  }

  private void hearEnd(WireReading reading) {
    end = reading;
    long at = reading.atNanos();
    if (reading instanceof WireReading.Ended) {
      boolean closed = head != null && head.framing() == BodyFraming.CLOSE;
      note(at, Kind.PEER_ENDED, closed ? "end" : "complete", Bytes.none());
    } else if (reading instanceof WireReading.Truncated) {
      note(at, Kind.PEER_ENDED, "truncated", Bytes.none());
    } else if (reading instanceof WireReading.PeerReset) {
      note(at, Kind.PEER_ENDED, "reset", Bytes.none());
    } else if (reading instanceof WireReading.Malformed malformed) {
      note(at, Kind.NOTE, "no HTTP: " + malformed.message(), Bytes.none());
    } else if (reading instanceof WireReading.NoConnection none) {
      note(at, Kind.NOTE, "no connection: " + none.message(), Bytes.none());
    } else if (reading instanceof WireReading.DeadlineReached) {
      note(at, Kind.DEADLINE, "the time of this exchange was over", Bytes.none());
    } else {
      note(at, Kind.ENDED, "cut", Bytes.none());
    }
  }

  /** Writes down the whole body where it was too long to be written down as it came. */
  synchronized void tell() {
    if (keeping && bodyBytes > RECORDED && !told) {
      told = true;
      var coded = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(coded)) {
        payload.writeTo(gzip);
      } catch (IOException e) {
        throw new UncheckedIOException("An array took no bytes", e);
      }
      note(System.nanoTime(), Kind.NOTE, WHOLE, Bytes.of(coded.toByteArray()));
    }
  }

  /** The note that holds a whole body, without its framing, in gzip. */
  static final String WHOLE = "the whole body, compressed";

  private void note(long atNanos, Kind kind, String text, Bytes bytes) {
    transcript.add(atNanos, kind, connection, 0, text, bytes);
  }

  /** Writes down a remark about this connection. */
  void remark(String text) {
    note(System.nanoTime(), Kind.NOTE, text, Bytes.none());
  }

  /** Ends the connection, if it has not ended yet. */
  synchronized void cut() {
    over = true;
    if (call != null) {
      call.cancel();
    }
  }

  /** Waits until the condition holds; false where the connection ended, or the time was over. */
  synchronized boolean await(Predicate<ToldReader> condition, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!condition.test(this)) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (end != null || millis <= 0) {
        return false;
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Waits for the end of the connection. */
  boolean awaitEnd(Duration most) {
    return await(ToldReader::hasEnded, most);
  }

  synchronized Optional<WireReading.Head> head() {
    return Optional.ofNullable(head);
  }

  synchronized boolean hasEnded() {
    return end != null;
  }

  /** Whether the word that is watched for has come. */
  synchronized boolean found(String mark) {
    return marks.getOrDefault(mark, false);
  }

  /** Whether an event was dispatched whose data holds the word. */
  synchronized boolean dispatched(String mark) {
    return events.stream().anyMatch(event -> event.data().contains(mark));
  }

  /** Whether a comment came, to the end of its line, that holds the word. */
  synchronized boolean commented(String mark) {
    return comments.stream().anyMatch(comment -> comment.contains(mark));
  }

  /** The events so far. */
  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** How many bytes of the body came. */
  synchronized long bodyBytes() {
    return bodyBytes;
  }

  private final class Heard implements StreamListener {
    @Override
    public void event(String type, String data, String lastEventId) {
      events.add(new Event(type, data, lastEventId));
    }

    @Override
    public void comment(String text) {
      comments.add(text);
    }
  }
}
