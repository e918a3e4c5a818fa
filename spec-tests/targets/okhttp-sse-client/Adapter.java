import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.*;
import okhttp3.sse.*;

/** okhttp-sse as a client: EventSources.createFactory, which reads one response and no more. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["client"], "profile": "stream",
       "target": {"name": "okhttp-sse", "version": "5.5.1", "language": "Java",
                  "homepage": "https://github.com/square/okhttp/tree/master/okhttp-sse"},
       "capabilities": ["opened", "error", "last-event-id", "headers", "method", "body", "read-timeout",
          "close-in-handler"],
       "notes": "One response: its end is reported as the end of the source. OkHttpClient without a read timeout, and \
      1000 requests to one host at a time: of the default of 5, held streams would take all."}""";

  record Source(EventSource library, JsonNode turn) {}
  static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
  static final Set<String> OPEN = ConcurrentHashMap.newKeySet(); // from before they can fail
  static final OkHttpClient CLIENT = new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();

  public static void main(String[] args) throws Exception {
    System.setOut(System.err); // standard output belongs to the protocol
    CLIENT.dispatcher().setMaxRequests(1000);
    CLIENT.dispatcher().setMaxRequestsPerHost(1000);
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      JsonNode request;
      try { request = JSON.readValue(line, ObjectNode.class); } catch (IOException e) {
        System.err.println("not a request: " + line);
        continue;
      }
      switch (request.path("op").asText()) {
        case "hello" -> OUT.println(JSON.readTree(HELLO));
        case "open" -> SOURCES.put(request.path("id").asText(), new Source(open(request), request));
        case "close" -> {
          var source = SOURCES.remove(request.path("id").asText());
          OPEN.remove(request.path("id").asText());
          if (source != null) source.library.cancel();
          synchronized (source == null ? request : source.turn) { say("closed", request); } // behind what it was handed
        }
        default -> say("unsupported", request, "of", request.path("op").asText());
      }
    }
    System.exit(0); // ends the readers, and with them their connections
  }

  static EventSource open(JsonNode request) {
    OPEN.add(request.path("id").asText());
    var client = CLIENT.newBuilder();
    if (request.has("readTimeoutMs")) client.readTimeout(Duration.ofMillis(request.get("readTimeoutMs").asLong()));
    var http = new Request.Builder().url(request.path("url").asText());
    for (var h : request.path("headers").properties()) http.header(h.getKey(), h.getValue().asText());
    var method = request.path("method").asText(request.has("body") ? "POST" : "GET");
    http.method(method, method.equals("GET") ? null : RequestBody.create(request.path("body").asText(), null));
    return EventSources.createFactory(client.build()).newEventSource(http.build(), new EventSourceListener() {
      @Override public void onOpen(EventSource source, Response r) { say("opened", request); closeOn("opened", source); }

      @Override public void onEvent(EventSource source, String id, String type, String data) {
        synchronized (request) {
          say("event", request, "event", Map.of("type", Objects.requireNonNullElse(type, "message"), "data", data,
              "lastEventId", Objects.requireNonNullElse(id, "")));
          closeOn("event", source);
        }
      }

      @Override public void onClosed(EventSource source) { ended("the response ended"); }

      @Override public void onFailure(EventSource source, Throwable e, Response response) { ended(e + " " + response); }

      void ended(String how) {
        if (OPEN.contains(request.path("id").asText())) // of its own closing it speaks as of a failure
          say("error", request, "state", "closed", "message", how);
      }

      void closeOn(String what, EventSource source) {
        if (!request.path("closeOn").asText().equals(what) || !OPEN.remove(request.path("id").asText())) return;
        for (int i = request.path("closeTimes").asInt(1); i > 0; i--) source.cancel();
        say("closed", request);
      }
    });
  }

  static synchronized void say(String op, JsonNode request, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }
}
