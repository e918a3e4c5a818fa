import com.fasterxml.jackson.databind.*;
import com.linecorp.armeria.common.sse.ServerSentEvent;
import com.linecorp.armeria.common.stream.*;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.annotation.*;
import java.io.*;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.reactivestreams.Publisher;

/** Armeria as a server: a stream of ServerSentEvents for each response. */
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "armeria", "version": "1.40.0", "language": "Java", "homepage": "https://github.com/line/armeria"}, \
      "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end", "http2"], \
      "notes": "An annotated service that returns a stream of ServerSentEvents."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<StreamWriter<ServerSentEvent>> open = ConcurrentHashMap.newKeySet();
  final String id;
  final Server http;

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
          case "stop" -> new Thread(new FutureTask<>(servers.remove(id)::stop)).start(); // takes Armeria two seconds
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
    var builder = Server.builder().http(new InetSocketAddress("127.0.0.1", 0)).requestTimeout(Duration.ZERO);
    http = builder.annotatedService(this).build();
    http.start().join();
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + http.activeLocalPort() + "/events"));
  }

  @Get("/events")
  @ProducesEventStream
  public Publisher<ServerSentEvent> events() {
    StreamWriter<ServerSentEvent> stream = StreamMessage.streaming();
    var name = UUID.randomUUID();
    open.add(stream);
    tell(Map.of("op", "connected", "id", id, "connection", name));
    stream.whenComplete().whenComplete((done, how) -> {
      open.remove(stream);
      tell(Map.of("op", "disconnected", "id", id, "connection", name));
    });
    return stream;
  }

  void send(JsonNode message) {
    var event = event(message);
    open.forEach(stream -> stream.tryWrite(event));
  }

  static ServerSentEvent event(JsonNode message) {
    var parts = message.path("event");
    var event = ServerSentEvent.builder();
    if (message.has("comment")) event.comment(message.get("comment").asText());
    if (parts.has("id")) event.id(parts.get("id").asText());
    if (parts.has("type")) event.event(parts.get("type").asText());
    if (parts.has("retry")) event.retry(Duration.ofMillis(parts.get("retry").decimalValue().longValueExact()));
    if (parts.has("data")) event.data(parts.get("data").asText());
    return event.build();
  }

  void end() { open.forEach(StreamWriter::close); }
  Object stop() { end(); http.stop().join(); tell(Map.of("op", "stopped", "id", id)); return id; }
}
