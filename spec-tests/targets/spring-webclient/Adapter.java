import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Spring's WebClient as a client: a Flux of ServerSentEvent from one response. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["client"], "profile": "stream",
       "target": {"name": "spring-webclient", "version": "7.0.9", "language": "Java",
          "homepage": "https://github.com/spring-projects/spring-framework"},
       "capabilities": ["error", "comments", "headers", "method", "body", "close-in-handler"],
       "notes": "One response over the HTTP client of the JDK, which follows redirects here: its end is reported as the \
      end of the source. What has no data is no event here: comments are told apart. Its id is an event's own."}""";

  record Source(Disposable library, JsonNode turn) {}

  static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();
  static final WebClient CLIENT = WebClient.builder().clientConnector(new JdkClientHttpConnector(
      java.net.http.HttpClient.newBuilder().followRedirects(java.net.http.HttpClient.Redirect.NORMAL).build())).build();

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
        case "open" -> SOURCES.put(request.path("id").asText(), new Source(open(request), request));
        case "close" -> {
          var source = SOURCES.remove(request.path("id").asText());
          if (source != null) source.library.dispose();
          synchronized (source == null ? request : source.turn) { // what it was already handed is said before
            say("closed", request);
          }
        }
        default -> say("unsupported", request, "of", request.path("op").asText());
      }
    }
    System.exit(0); // ends the readers, and with them their connections
  }

  static Disposable open(JsonNode request) {
    var http = CLIENT.method(HttpMethod.valueOf(request.path("method").asText("GET")))
        .uri(java.net.URI.create(request.path("url").asText()));
    for (var h : request.path("headers").properties()) http.header(h.getKey(), h.getValue().asText());
    if (request.has("body")) http.bodyValue(request.get("body").asText());
    var subscription = Disposables.swap(); // known to the subscriber before there is one
    var events = http.retrieve().bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {});
    subscription.update(events.subscribe(
        event -> heard(event, request, subscription),
        failure -> say("error", request, "state", "closed", "message", "" + failure),
        () -> say("error", request, "state", "closed", "message", "the response ended")));
    return subscription;
  }

  static void heard(ServerSentEvent<String> event, JsonNode request, Disposable subscription) {
    synchronized (request) {
      if (event.comment() != null) say("comment", request, "text", event.comment());
      if (event.data() == null) return;
      var type = event.event() == null || event.event().isEmpty() ? "message" : event.event();
      say("event", request, "event", Map.of("type", type, "data", event.data()));
      if (!request.path("closeOn").asText().equals("event") || subscription.isDisposed()) return;
      for (int i = request.path("closeTimes").asInt(1); i > 0; i--) subscription.dispose();
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
