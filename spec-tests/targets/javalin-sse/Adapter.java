import com.fasterxml.jackson.databind.*;
import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

/** Javalin as a server: an SseClient for each response. */
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "javalin", "version": "7.2.3", "language": "Java", "homepage": "https://github.com/javalin/javalin"}, \
      "capabilities": ["type", "id", "comment", "disconnect", "end"], \
      "notes": "An SseClient for each response. It has no word for a reconnection time, nor for an event without data."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<SseClient> open = ConcurrentHashMap.newKeySet();
  final String id;
  final Javalin http;

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
    http = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.routes.sse("/events", this::open);
    }).start("127.0.0.1", 0);
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + http.port() + "/events"));
  }

  void open(SseClient client) {
    var name = UUID.randomUUID();
    client.keepAlive();
    client.onClose(() -> { if (open.remove(client)) tell(Map.of("op", "disconnected", "id", id, "connection", name)); });
    open.add(client);
    tell(Map.of("op", "connected", "id", id, "connection", name));
  }

  void send(JsonNode message) {
    var parts = message.path("event");
    String data = parts.path("data").asText(), eventId = parts.has("id") ? parts.get("id").asText() : null;
    for (var client : open) {
      if (message.has("comment")) client.sendComment(message.get("comment").asText());
      else if (parts.has("type")) client.sendEvent(parts.get("type").asText(), data, eventId);
      else client.sendData(data, eventId);
    }
  }

  void end() { open.forEach(SseClient::close); }
  void stop() { http.stop(); }
}
