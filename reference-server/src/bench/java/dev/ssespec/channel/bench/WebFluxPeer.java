package dev.ssespec.channel.bench;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.SpringVersion;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;

/** Spring WebFlux on Reactor Netty: a sink for all, server-sent events from it for each. */
final class WebFluxPeer {
  private static final int HISTORY = 10_000;

  private WebFluxPeer() {}

  /** Listens, and says where. */
  public static void main(String[] args) {
    // Each subscriber reads at its own pace, and nothing is dropped: what our channel does.
    Sinks.Many<String> sink = Sinks.many().multicast().onBackpressureBuffer(HISTORY, false);
    AtomicInteger number = new AtomicInteger();
    var routes =
        RouterFunctions.route()
            .GET(
                "/stream",
                request ->
                    ServerResponse.ok()
                        .body(
BodyInserters.fromServerSentEvents(events(sink))))
            .GET(
                "/publish",
                request ->
                    Mono.fromRunnable(() -> publish(sink, number, request))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(ServerResponse.ok().bodyValue("0")))
            .GET(
                "/memory",
                request -> ServerResponse.ok().bodyValue(Long.toString(Payload.heapInUse())))
            .build();
    HttpHandler handler = RouterFunctions.toHttpHandler(routes);
    var server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(handler))
            .bindNow();
    System.out.println(
        server.port() + " Spring WebFlux " + SpringVersion.getVersion() + ", Reactor Netty");
    server.onDispose().block();
  }

  /**
   * With a comment, because without it no head is sent before the first event. The sink is
   * subscribed to ahead of it: whoever has the head must not miss an event.
   */
  private static Flux<ServerSentEvent<String>> events(Sinks.Many<String> sink) {
    return Flux.merge(
        sink.asFlux().map(data -> ServerSentEvent.builder(data).build()),
        Mono.just(ServerSentEvent.<String>builder().comment("").build()));
  }

  private static void publish(
      Sinks.Many<String> sink, AtomicInteger number, ServerRequest request) {
    int events = Integer.parseInt(request.queryParam("events").orElse("0"));
    String padding = "x".repeat(Integer.parseInt(request.queryParam("bytes").orElse("0")));
    for (int i = 0; i < events; i++) {
      String data = Payload.of(number.incrementAndGet(), padding);
      while (sink.tryEmitNext(data) == Sinks.EmitResult.FAIL_OVERFLOW) {
        Thread.onSpinWait();
      }
    }
  }
}
