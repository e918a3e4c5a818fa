import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.launchdarkly.eventsource.*;
import java.io.*;
import java.net.URI;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.RequestBody;

/** LaunchDarkly's okhttp-eventsource as a client: a thread for each source pulls whatever the library has to say. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1,
       "target": {"name": "okhttp-eventsource", "version": "4.3.0", "language": "Java",
                  "homepage": "https://github.com/launchdarkly/okhttp-eventsource"},
       "roles": ["client"], "profile": "stream", "capabilities": ["opened", "error", "comments", "last-event-id",
          "reconnect", "retry-option", "initial-last-event-id", "headers", "method", "body", "read-timeout"],
       "notes": "anyEvents() with ErrorStrategy.alwaysContinue(), all else as the library has it: read timeout of 5 s, \
      a delay that doubles, less a random part. Its origin is the URI of the stream, so none is reported."}""";

  record Source(EventSource library, Thread reader) {}

  static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

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
        case "close" -> {
          var source = SOURCES.remove(request.path("id").asText());
          if (source != null) {
            source.library.close();
            source.reader.join(1000); // what it was already handed is said before "closed"
          }
          say("closed", request);
        }
        default -> say("unsupported", request, "of", request.path("op").asText());
      }
    }
    System.exit(0); // ends the readers, and with them their connections
  }

  static void open(JsonNode request) {
    var http = ConnectStrategy.http(URI.create(request.path("url").asText()));
    for (var h : request.path("headers").properties()) http = http.header(h.getKey(), h.getValue().asText());
    if (request.has("readTimeoutMs")) http = http.readTimeout(request.get("readTimeoutMs").asLong(), null);
    if (request.has("method") || request.has("body")) {
      var method = request.path("method").asText("POST");
      var body = RequestBody.create(request.path("body").asText(), null);
      http = http.methodAndBody(method, method.equals("GET") ? null : body);
    }
    var builder = new EventSource.Builder(http).errorStrategy(ErrorStrategy.alwaysContinue());
    if (request.has("retryMs")) builder.retryDelay(request.get("retryMs").asLong(), null);
    if (request.has("lastEventId")) builder.lastEventId(request.get("lastEventId").asText());
    var library = builder.build();
    var id = request.path("id").asText();
    SOURCES.put(id, new Source(library, new Thread(() -> read(id, library, request))));
    SOURCES.get(id).reader.start();
  }

  static void read(String id, EventSource library, JsonNode request) {
    try {
      for (StreamEvent event : library.anyEvents()) {
        if (!SOURCES.containsKey(id)) break; // close() before the first read is lost on the library, so stop pulling
        if (event instanceof StartedEvent) say("opened", request);
        if (event instanceof CommentEvent comment) say("comment", request, "text", comment.getText());
        if (event instanceof FaultEvent fault) say("error", request, "state", "connecting", "message", "" + fault.getCause());
        if (event instanceof MessageEvent message) say("event", request, "event", Map.of("data", message.getData(),
              "type", message.getEventName().isEmpty() ? MessageEvent.DEFAULT_EVENT_NAME : message.getEventName(),
              "lastEventId", Objects.requireNonNullElse(message.getLastEventId(), "")));
      }
    } catch (RuntimeException failure) { // the library let it escape, and will not read on
      say("error", request, "state", "closed", "message", "" + failure);
    }
    library.close();
  }

  static synchronized void say(String op, JsonNode request, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }
}
