import com.fasterxml.jackson.databind.*;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.*;
import java.io.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey as a server: an SseEventSink for each response. Its SseBroadcaster would drop clients where much is sent at once. */
@Path("events")
public class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "jersey", "version": "4.0.2", "language": "Java", "homepage": "https://github.com/eclipse-ee4j/jersey"}, \
      "capabilities": ["type", "id", "retry", "comment", "disconnect", "end"], \
      "notes": "An SseEventSink for each response, on Grizzly. An event without data cannot be built."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<SseEventSink> open = ConcurrentHashMap.newKeySet();
  final String id;
  final HttpServer http;
  @Context Sse sse;

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
          case "stop" -> new Thread(new FutureTask<>(servers.remove(id)::stop)).start(); // waits for stalled readers
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
    var config = new ResourceConfig().registerInstances(this);
    http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + http.getListener("grizzly").getPort() + "/events"));
  }

  @GET
  @Produces("text/event-stream")
  public void events(@Context SseEventSink sink) {
    open.add(sink);
    tell("connected", sink);
  }

  void tell(String op, SseEventSink sink) {
    tell(Map.of("op", op, "id", id, "connection", "k" + System.identityHashCode(sink)));
  }

  void send(JsonNode message) {
    var parts = message.path("event");
    var event = sse.newEventBuilder();
    if (message.has("comment")) event.comment(message.get("comment").asText());
    if (parts.has("id")) event.id(parts.get("id").asText());
    if (parts.has("type")) event.name(parts.get("type").asText());
    if (parts.has("retry")) event.reconnectDelay(parts.get("retry").decimalValue().longValueExact());
    if (parts.has("data")) event.data(parts.get("data").asText());
    for (var sink : open) {
      try {
        sink.send(event.build()).whenComplete((sent, failure) -> { if (failure != null) gone(sink); });
      } catch (IllegalStateException closed) {
        gone(sink);
      }
    }
  }

  void gone(SseEventSink sink) { if (open.remove(sink)) tell("disconnected", sink); }

  void end() { open.forEach(this::close); }

  void close(SseEventSink sink) { try { sink.close(); } catch (IOException left) { gone(sink); } }

  Object stop() { end(); http.shutdownNow(); tell(Map.of("op", "stopped", "id", id)); return id; }
}
