package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import dev.ssespec.parser.Event;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the bodies of a source, one connection after the other. For use by one thread. */
final class PlainReading {
  private static final long LONG_NANOS = 20_000_000_000L;

  private final PlainManner manner;
  private final PlainReporter reporter;
  private final PlainCache cache;
  private final PlainStream stream;
  private final Runnable pieceRead;
  private String origin = "";
  private long lastEvent;

  PlainReading(
      PlainManner manner,
      PlainMemory memory,
      PlainTimer timer,
      PlainReporter reporter,
      PlainCache cache,
      Runnable pieceRead) {
    this.manner = manner;
    this.reporter = reporter;
    this.cache = cache;
    this.pieceRead = pieceRead;
    stream = new PlainStream(manner, memory, timer, new Hearing());
  }

  /** Reads a body to its end, whose events have that origin. */
  void read(PlainFetch.Response response, String newOrigin) throws IOException, PlainFailure {
    origin = newOrigin;
    cache.begin(response.head());
    var body = new PlainBody(manner, response.head(), response.in());
    stream.begin(response.head().charset());
    byte[] held = new byte[0];
    int pieces = 0;
    lastEvent = System.nanoTime();
    for (Optional<byte[]> piece = body.next(); piece.isPresent(); piece = body.next()) {
      pieces++;
      if (manner.has(TAKES_EVENTS_ALONE_FOR_LIFE) && System.nanoTime() - lastEvent > LONG_NANOS) {
        throw new EOFException("no event for long");
      }
      byte[] bytes = PlainBytes.join(held, piece.get());
      cache.add(bytes);
      boolean hold = manner.has(HOLDS_SMALL_PIECES_BACK) && pieces % 2 == 0 && bytes.length < 100;
      held = hold ? bytes : new byte[0];
      if (!hold) {
        reporter.piece();
        stream.feed(bytes);
      }
      pieceRead.run();
    }
    stream.feed(held);
    if (pieces == 0 && manner.has(TAKES_EMPTY_BODY_FOR_FAILURE)) {
      throw new PlainFailure(TAKES_EMPTY_BODY_FOR_FAILURE.inWords());
    }
    over(true);
    cache.complete();
  }

  /** A body that was kept is read again. */
  void replay(byte[] body) throws PlainFailure, EOFException {
    reporter.opened(false);
    stream.begin(StandardCharsets.UTF_8);
    stream.feed(body);
    over(true);
  }

  /** The body is over, in good order or not. */
  void over(boolean clean) throws PlainFailure {
    stream.end(clean);
  }

  private final class Hearing implements PlainStream.Ear {
    @Override
    public void event(Event event) {
      lastEvent = System.nanoTime();
      reporter.event(event, origin);
    }

    @Override
    public void comment(String text) {
      reporter.comment(text);
    }
  }
}
