package dev.ssespec.run;

import dev.ssespec.cases.Visit;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireReading;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.TranscriptEntry.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one run, each on a connection of its own. Safe for all threads. */
final class VisitWire {
  /** As many redirects as a browser follows. */
  private static final int REDIRECTS = 20;

  /** How far an endpoint may be ahead in HTTP/2: what every connection begins with. */
  private static final int WINDOW = 65_535;

  private final EndpointOptions options;
  private final Transcript transcript;
  private final WireClient client;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<VisitExchange> all = new CopyOnWriteArrayList<>();
  private volatile @Nullable VisitExchange watched;

  VisitWire(EndpointOptions options, Transcript transcript) {
    this.options = options;
    this.transcript = transcript;
    WireClient plain = new WireClient().readingOn();
    client = options.trust().map(plain::withTls).orElse(plain);
  }

  /** A request as an EventSource would send it. */
  VisitRequest request() {
    return new VisitRequest(options);
  }

  /** Begins an exchange that writes down no more than a part of the body, and then ends. */
  VisitExchange start(Visit visit, String label, URI uri, VisitRequest request, Duration most) {
    return start(visit, label, uri, request, most, VisitExchange.RECORDED);
  }

  private VisitExchange start(
      Visit visit, String label, URI uri, VisitRequest request, Duration most, long patience) {
    int connection = connections.incrementAndGet();
    var exchange = new VisitExchange(transcript, connection, patience);
    all.add(exchange);
    if (visit == Visit.WATCH) {
      watched = exchange;
    }
    exchange.remark(("visit " + visit + " " + label).strip());
    transcript.add(
        System.nanoTime(),
        Kind.REQUEST,
        connection,
        0,
        request.line(uri),
        Bytes.of(request.head(uri)));
    WireClient speaking = visit == Visit.HTTP_TWO ? client.overHttpTwo(WINDOW) : client;
    exchange.begun(speaking.start(uri, request.bytes(uri), most, exchange::hear));
    return exchange;
  }

  /** The stream that is watched, or the last redirect on the way to it; null before the first. */
  @Nullable VisitExchange watched() {
    return watched;
  }

  /** Where a followed visit came to in the end. */
  record Arrival(VisitExchange exchange, URI uri) {}

  /** Begins an exchange, follows its redirects, and waits for the head of the answer. */
  Arrival follow(Visit visit, VisitRequest request, Duration most, long patience)
      throws InterruptedException {
    URI uri = options.uri();
    for (int hops = 0; ; hops++) {
      VisitExchange exchange = start(visit, "", uri, request, most, patience);
      exchange.await(e -> e.head().isPresent(), most);
      if (exchange.head().isEmpty()) {
        exchange.awaitEnd(options.timeout());
      }
      Optional<String> location = exchange.head().flatMap(VisitWire::location);
      if (location.isEmpty()) {
        return new Arrival(exchange, uri);
      }
      exchange.cut();
      Optional<URI> next = next(uri, location.get());
      if (next.isEmpty() || hops == REDIRECTS) {
        exchange.remark(
            next.isEmpty()
                ? "not followed: " + location.get()
                : "not followed: redirected "
                    + hops
                    + " times already, and again to "
                    + next.get());
        return new Arrival(exchange, uri);
      }
      uri = next.get();
    }
  }

  private static Optional<String> location(WireReading.Head head) {
    return switch (head.status()) {
      case 301, 302, 303, 307, 308 ->
          head.fields().stream()
              .filter(field -> field.isNamed("Location"))
              .map(field -> field.value())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private Optional<URI> next(URI from, String location) {
    try {
      URI uri = from.resolve(location);
      boolean http = String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null;
      return http && options.mayVisit().test(uri) ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Says why a visit was not made. */
  void leaveOut(Visit visit, String why) {
    transcript.add(Kind.NOTE, "left out " + visit + ": " + why);
  }

  /** Waits until every exchange has ended. */
  void awaitAll() throws InterruptedException {
    for (VisitExchange exchange : all) {
      exchange.awaitEnd(options.timeout());
    }
  }

  /** Ends every exchange. */
  void cutAll() {
    all.forEach(VisitExchange::cut);
  }
}
