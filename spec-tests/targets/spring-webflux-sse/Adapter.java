import com.fasterxml.jackson.databind.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.*;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Spring WebFlux as a server: a Flux of ServerSentEvents for each response. */
@EnableWebFlux
@RestController
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "spring-webflux", "version": "7.0.9", "language": "Java", "homepage": "https://spring.io/projects/spring-framework"}, \
      "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"], \
      "notes": "A controller that returns a Flux of ServerSentEvents, on Reactor Netty 1.3."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<Sinks.Many<ServerSentEvent<String>>> open = ConcurrentHashMap.newKeySet();
  final String id;
  final DisposableServer http;

  public static void main(String[] args) throws Exception {
    System.setOut(System.err); // standard output belongs to the protocol
    var servers = new HashMap<String, Adapter>();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      var message = JSON.readTree(line);
      String op = message.path("op").asText(), id = message.path("id").asText();
      try {
        switch (op) {
          case "hello" -> OUT.println(HELLO);
          case "start" -> servers.put(id, new Adapter(id));
          case "send" -> { servers.get(id).send(message); tell(Map.of("op", "sent", "id", id, "seq", message.get("seq"))); }
          case "end" -> { servers.get(id).end(); tell(Map.of("op", "ended", "id", id)); }
          case "stop" -> { servers.remove(id).stop(); tell(Map.of("op", "stopped", "id", id)); }
          default -> tell(Map.of("op", "unsupported", "id", id, "of", op));
        }
      } catch (IllegalArgumentException | ArithmeticException refused) {
        tell(Map.of("op", "refused", "id", id, "seq", message.path("seq"), "error", "" + refused.getMessage()));
      }
    }
    System.exit(0);
  }

  static void tell(Map<String, ?> message) { OUT.println((Object) JSON.valueToTree(message)); }

  Adapter(String id) {
    this.id = id;
    var spring = new AnnotationConfigApplicationContext();
    spring.registerBean(Adapter.class, () -> this);
    spring.refresh();
    var handler = new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.applicationContext(spring).build());
    http = HttpServer.create().host("127.0.0.1").port(0).handle(handler).bindNow();
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + http.port() + "/events"));
  }

  @GetMapping(path = "/events", produces = "text/event-stream")
  Flux<ServerSentEvent<String>> events() {
    var sink = Sinks.many().unicast().<ServerSentEvent<String>>onBackpressureBuffer();
    var name = UUID.randomUUID();
    open.add(sink);
    tell(Map.of("op", "connected", "id", id, "connection", name));
    return sink.asFlux().doFinally(how -> {
      open.remove(sink);
      tell(Map.of("op", "disconnected", "id", id, "connection", name));
    });
  }

  void send(JsonNode message) {
    var event = event(message);
    open.forEach(sink -> sink.tryEmitNext(event));
  }

  static ServerSentEvent<String> event(JsonNode message) {
    var parts = message.path("event");
    var event = ServerSentEvent.<String>builder();
    if (message.has("comment")) event.comment(message.get("comment").asText());
    if (parts.has("id")) event.id(parts.get("id").asText());
    if (parts.has("type")) event.event(parts.get("type").asText());
    if (parts.has("retry")) event.retry(Duration.ofMillis(parts.get("retry").decimalValue().longValueExact()));
    if (parts.has("data")) event.data(parts.get("data").asText());
    return event.build();
  }

  void end() { open.forEach(Sinks.Many::tryEmitComplete); }
  void stop() { end(); http.disposeNow(); }
}
