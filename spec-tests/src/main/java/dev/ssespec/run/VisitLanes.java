package dev.ssespec.run;

import dev.ssespec.cases.Visit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What is done beside the watched stream, and in which order. */
final class VisitLanes {
  private static final String STRANGER = "https://stranger.example";

  private final EndpointOptions options;
  private final VisitPlan plan;
  private final VisitWire wire;
  private final URI uri;
  private final VisitExchange watch;
  private final long until;

  /**
   * The visits to one address.
   *
   * @param watch the stream that is being watched
   * @param until when the time to watch is over, of {@link System#nanoTime()}
   */
  VisitLanes(
      EndpointOptions options,
      VisitPlan plan,
      VisitWire wire,
      URI uri,
      VisitExchange watch,
      long until) {
    this.options = options;
    this.plan = plan;
    this.wire = wire;
    this.uri = uri;
    this.watch = watch;
    this.until = until;
  }

  /** Begins the streams that are watched to the end. */
  void watched() {
    if (planned(Visit.SECOND)) {
      wire.start(Visit.SECOND, "", uri, wire.request(), remaining());
    }
    if (planned(Visit.HTTP_TWO)) {
      URI there = options.httpTwo().filter(two -> !two.equals(options.uri())).orElse(uri);
      wire.start(Visit.HTTP_TWO, "", there, wire.request().version("HTTP/2"), remaining());
    }
    if (planned(Visit.GZIP)) {
      var request = wire.request().with("Accept-Encoding", "gzip");
      wire.start(Visit.GZIP, "", uri, request, remaining());
    }
  }

  /** The short visits; each lane makes one at a time. */
  List<Callable<Void>> all() {
    return List.of(this::methods, this::accepts, this::oddIds);
  }

  /** The visit that goes on until the time to watch is over. */
  Callable<Void> resumption() {
    return this::resume;
  }

  private Void methods() throws InterruptedException {
    List<VisitExchange> exchanges = new ArrayList<>();
    for (Visit visit : List.of(Visit.HEAD, Visit.OPTIONS)) {
      if (planned(visit)) {
        var request = wire.request().method(visit.name()).with("Connection", "close");
        exchanges.add(wire.start(visit, "", uri, request, options.timeout()));
      }
    }
    for (VisitExchange exchange : exchanges) {
      exchange.awaitEnd(options.timeout());
    }
    open(Map.of(Visit.OLD_HTTP, wire.request().version("HTTP/1.0")));
    return null;
  }

  private Void accepts() throws InterruptedException {
    String list = "text/event-stream, */*;q=0.1";
    open(
        Map.of(
            Visit.NO_ACCEPT,
            wire.request().without("Accept"),
            Visit.ACCEPT_LIST,
            wire.request().with("Accept", list)));
    open(
        Map.of(
            Visit.ACCEPT_OTHER,
            wire.request().with("Accept", "application/json"),
            Visit.ORIGIN,
            wire.request().with("Origin", STRANGER)));
    return null;
  }

  private Void oddIds() throws InterruptedException {
    if (planned(Visit.ODD_IDS)) {
      List<VisitExchange> exchanges = new ArrayList<>();
      oddities()
          .forEach(
              (label, id) ->
                  exchanges.add(
                      wire.start(
                          Visit.ODD_IDS,
                          label,
                          uri,
                          wire.request().with("Last-Event-ID", id),
                          options.timeout())));
      dropBehindHead(exchanges);
    }
    return null;
  }

  static Map<String, String> oddities() {
    Map<String, String> odd = new LinkedHashMap<>();
    odd.put("unknown", "ssespec-an-id-of-nobody");
    odd.put("of 8 KB", "9".repeat(8192));
    odd.put("non-ASCII", "\u00e9\u2713\ud83d\ude00");
    odd.put("a path", "../../ssespec");
    odd.put("percent-encoded", "%00%0a%2e%2e");
    return odd;
  }

  private Void resume() throws InterruptedException {
    if (planned(Visit.RESUME)) {
      var before = wire.start(Visit.RESUME, "before", uri, wire.request(), remaining());
      before.await(e -> e.events().size() >= 2, part(0.5));
      before.cut();
      before.awaitEnd(options.timeout());
      var seen = before.events();
      String id = seen.isEmpty() ? "" : seen.get(seen.size() - 1).lastEventId();
      if (!id.isEmpty()) {
        watch.await(e -> behind(e, id) >= 3, part(0.5));
        var request = wire.request().with("Last-Event-ID", id);
        wire.start(Visit.RESUME, "after", uri, request, remaining()).awaitEnd(remaining());
      }
    }
    return null;
  }

  /** How many events the watched stream has had behind the one with that id. */
  private static int behind(VisitExchange exchange, String id) {
    var ids = exchange.events().stream().map(event -> event.lastEventId()).toList();
    int at = ids.lastIndexOf(id);
    return at < 0 ? 0 : ids.size() - 1 - at;
  }

  /** Opens streams at the same time, and drops each as soon as a part of it came. */
  private void open(Map<Visit, VisitRequest> requests) throws InterruptedException {
    List<VisitExchange> exchanges = new ArrayList<>();
    new EnumMap<>(requests)
        .forEach(
            (visit, request) -> {
              if (planned(visit)) {
                exchanges.add(wire.start(visit, "", uri, request, options.timeout()));
              }
            });
    for (VisitExchange exchange : exchanges) {
      exchange.await(e -> e.head().isPresent(), options.timeout());
      exchange.await(VisitExchange::hasBody, settling());
      exchange.cut();
      exchange.awaitEnd(options.timeout());
    }
  }

  /** Twenty openings, all sent before the first answer is waited for. */
  void burst() throws InterruptedException {
    if (planned(Visit.BURST)) {
      List<VisitExchange> exchanges = new ArrayList<>();
      for (int i = 0; i < Visit.BURST.requests(); i++) {
        exchanges.add(wire.start(Visit.BURST, "", uri, wire.request(), options.timeout()));
      }
      dropBehindHead(exchanges);
    }
  }

  private void dropBehindHead(List<VisitExchange> exchanges) throws InterruptedException {
    for (VisitExchange exchange : exchanges) {
      exchange.await(e -> e.head().isPresent(), options.timeout());
      exchange.cut();
    }
    for (VisitExchange exchange : exchanges) {
      exchange.awaitEnd(options.timeout());
    }
  }

  /** The client that comes back. */
  void afterEnd() throws InterruptedException {
    var events = watch.events();
    var request = wire.request();
    String id = events.isEmpty() ? "" : events.get(events.size() - 1).lastEventId();
    open(Map.of(Visit.AFTER_END, id.isEmpty() ? request : request.with("Last-Event-ID", id)));
  }

  private boolean planned(Visit visit) {
    return plan.visits().contains(visit);
  }

  private Duration remaining() {
    return Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
  }

  private Duration part(double share) {
    return Duration.ofNanos((long) (remaining().toNanos() * share));
  }

  private Duration settling() {
    return EndpointSession.shorter(Duration.ofSeconds(1), options.watch().dividedBy(5));
  }
}
