import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.StringDecoder;
import org.springframework.core.io.buffer.*;
import org.springframework.http.*;
import org.springframework.http.codec.*;
import reactor.core.publisher.Flux;

/** What WebClient reads event streams with: Spring's message reader, over a body that is a flux of the chunks. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["parser"], "profile": "stream",
       "target": {"name": "spring-sse-reader", "version": "7.0.9", "language": "Java",
          "homepage": "https://spring.io/projects/spring-framework"},
       "capabilities": ["retry", "comments", "chunks", "events-before-eof"],
       "notes": "ServerSentEventHttpMessageReader for ServerSentEvent<String>, as WebClient uses it. What it yields with \
      null for data (an id, a type, a retry or a comment alone) is no event here; retry and comment are told apart. Its \
      id is an event's own, so no last event ID is told. The comments of a block come as one text, a line for each."}""";

  public static void main(String[] args) throws Exception {
    System.setOut(System.err); // standard output belongs to the protocol
    var underWay = new ArrayList<Thread>();
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
        case "parse" -> { // a thread each, so that one which hangs holds up no other
          underWay.add(new Thread(() -> parse(request)));
          underWay.get(underWay.size() - 1).start();
        }
        default -> answer(request, "unsupported", "of", request.path("op").asText());
      }
    }
    long patience = System.nanoTime() + 1_000_000_000; // answers under way may still leave, what hangs may not
    for (var thread : underWay) thread.join(Math.max(1, (patience - System.nanoTime()) / 1_000_000));
    System.exit(0);
  }

  static void parse(JsonNode request) {
    var events = new ArrayList<Map<String, String>>();
    var comments = new ArrayList<String>();
    var retry = new Long[1];
    var chunks = new ArrayList<DataBuffer>();
    for (var chunk : request.path("chunks")) {
      chunks.add(DefaultDataBufferFactory.sharedInstance.wrap(Base64.getDecoder().decode(chunk.asText())));
    }
    // Never waits: an open stream leaves the library with nothing more to say once it has taken the last chunk.
    Flux<DataBuffer> end = request.path("eof").asBoolean() ? Flux.empty() : Flux.never();
    var message = new ReactiveHttpInputMessage() {
      @Override public Flux<DataBuffer> getBody() { return Flux.fromIterable(chunks).concatWith(end); }

      @Override public HttpHeaders getHeaders() { return new HttpHeaders(); }
    };
    var failures = new ArrayList<Throwable>();
    new ServerSentEventHttpMessageReader(StringDecoder.textPlainOnly())
        .read(ResolvableType.forClassWithGenerics(ServerSentEvent.class, String.class), message, Map.of())
        .cast(ServerSentEvent.class)
        .subscribe(event -> {
          if (event.retry() != null) retry[0] = event.retry().toMillis();
          if (event.comment() != null) comments.addAll(List.of(event.comment().split("\n", -1)));
          if (event.data() == null) return;
          boolean typed = event.event() != null && !event.event().isEmpty();
          events.add(Map.of("type", typed ? event.event() : "message", "data", (String) event.data()));
        }, failures::add);
    if (failures.isEmpty()) answer(request, "parsed", "events", events, "retry", retry[0], "comments", comments);
    else answer(request, "failed", "error", failures.toString());
  }

  static synchronized void answer(JsonNode request, String op, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }
}
