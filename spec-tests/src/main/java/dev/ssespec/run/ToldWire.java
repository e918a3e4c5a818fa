package dev.ssespec.run;

import dev.ssespec.cases.Visit;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireReading;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The connections of one session to one told server. Safe for all threads. */
final class ToldWire implements AutoCloseable {
  /** Enough for every case but those about size. */
  static final long USUAL = 8L << 20;

  /** Longer than any session takes. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final URI uri;
  private final Transcript transcript;
  private final WireClient client = new WireClient().forgettingBodies();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<ToldReader> all = new CopyOnWriteArrayList<>();

  ToldWire(URI uri, Transcript transcript) {
    this.uri = uri;
    this.transcript = transcript;
  }

  /** Opens a stream as an EventSource would. */
  ToldReader open(String label) {
    return open(label, request -> request);
  }

  /** Opens a stream with another request. */
  ToldReader open(String label, UnaryOperator<VisitRequest> change) {
    return open(Visit.WATCH, label, change, USUAL, true, reading -> {});
  }

  /**
   * Opens a stream.
   *
   * @param visit what it is opened for
   * @param limit how many bytes of the body are read at most
   * @param keeping whether all of the body is written down
   * @param first sees each reading before it is looked at; while it works nothing is read
   */
  ToldReader open(
      Visit visit,
      String label,
      UnaryOperator<VisitRequest> change,
      long limit,
      boolean keeping,
      Consumer<WireReading> first) {
    int number = connections.incrementAndGet();
    var reader = new ToldReader(transcript, number, limit, keeping);
    all.add(reader);
    VisitRequest request = change.apply(new VisitRequest(EndpointOptions.of(uri)));
    reader.remark(("visit " + visit + " " + label).strip());
    transcript.add(
        System.nanoTime(), Kind.REQUEST, number, 0, request.line(uri), Bytes.of(request.head(uri)));
    reader.begun(
        client.start(
            uri,
            request.bytes(uri),
            LONG,
            reading -> {
              first.accept(reading);
              reader.hear(reading);
            }));
    return reader;
  }

  /** Cuts every connection, waits until each is over, and writes down what is left to write. */
  @Override
  public void close() {
    all.forEach(ToldReader::cut);
    all.forEach(reader -> reader.awaitEnd(CLOSING));
    all.forEach(ToldReader::tell);
  }
}
