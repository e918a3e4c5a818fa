import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.InboundSseEvent;
import jakarta.ws.rs.sse.SseEventSource;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;

/** Apache CXF's SseEventSource as a client, by the API of Jakarta REST alone. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["client"], "profile": "stream",
       "target": {"name": "Apache CXF", "version": "4.1.5", "language": "Java",
          "homepage": "https://github.com/apache/cxf"},
       "capabilities": ["comments", "reconnect", "retry-option"],
       "notes": "The API shows neither that a connection is made nor that it is lost. What its isEmpty() calls empty is \
      no event here: comments are told apart. Its id is an event's own, so no last event ID is told. retryMs is \
      reconnectingEvery; without it, 500 ms. Redirects are followed as http.autoredirect is set."}""";

  record Source(SseEventSource library, JsonNode turn) {}

  static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
  static final Client CLIENT = ClientBuilder.newClient().property("http.autoredirect", true);

  public static void main(String[] args) throws Exception {
    System.setOut(System.err); // standard output belongs to the protocol
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      JsonNode request;
      try {
        request = JSON.readValue(line, ObjectNode.class);
      } catch (IOException e) {
        System.err.println("not a request: " + line);
        continue;
      }
      switch (request.path("op").asText()) {
        case "hello" -> OUT.println(JSON.readTree(HELLO));
        case "open" -> open(request);
        case "close" -> new Thread(() -> close(request)).start(); // may take its time, others go on
        default -> say("unsupported", request, "of", request.path("op").asText());
      }
    }
    System.exit(0); // ends the readers, and with them their connections
  }

  static void open(JsonNode request) {
    var builder = SseEventSource.target(CLIENT.target(request.path("url").asText()));
    if (request.has("retryMs")) builder.reconnectingEvery(request.get("retryMs").asLong(), TimeUnit.MILLISECONDS);
    var library = builder.build();
    SOURCES.put(request.path("id").asText(), new Source(library, request));
    library.register(event -> heard(event, request), failure -> ended(request, failure), () -> ended(request, "complete"));
    CompletableFuture.runAsync(library::open, task -> new Thread(task).start()) // some wait here for the answer
        .exceptionally(failure -> { ended(request, failure); return null; });
  }

  static void heard(InboundSseEvent event, JsonNode request) {
    synchronized (request) {
      if (event.getComment() != null) say("comment", request, "text", event.getComment());
      if (event.isEmpty()) return;
      var type = event.getName() == null || event.getName().isEmpty() ? "message" : event.getName();
      say("event", request, "event", Map.of("type", type, "data", event.readData()));
    }
  }

  static void ended(JsonNode request, Object how) {
    var source = SOURCES.get(request.path("id").asText());
    if (source == null || source.library.isOpen()) return; // closed by us, or not known to be for good
    say("error", request, "state", "closed", "message", "" + how);
  }

  static void close(JsonNode request) {
    var source = SOURCES.remove(request.path("id").asText());
    if (source != null) source.library.close(1, TimeUnit.SECONDS);
    synchronized (source == null ? request : source.turn) { // what it was already handed is said before
      say("closed", request);
    }
  }

  static synchronized void say(String op, JsonNode request, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }
}
