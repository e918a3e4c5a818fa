import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.launchdarkly.eventsource.*;
import com.launchdarkly.logging.LDLogger;
import java.io.*;
import java.net.URI;
import java.util.*;

/** okhttp-eventsource as a parser: an EventSource that reads from a stream of the chunks, one a read. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["parser"], "profile": "stream",
       "target": {"name": "okhttp-eventsource-parser", "version": "4.3.0", "language": "Java",
          "homepage": "https://github.com/launchdarkly/okhttp-eventsource"},
       "capabilities": ["last-event-id", "retry", "comments", "chunks", "events-before-eof"],
       "notes": "An EventSource with a ConnectStrategy of its own. A last event ID of null is reported as empty."}""";

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
    var chunks = new ArrayList<InputStream>();
    for (var chunk : request.path("chunks")) {
      chunks.add(new ByteArrayInputStream(Base64.getDecoder().decode(chunk.asText())));
    }
    if (!request.path("eof").asBoolean()) { // whatever asks for more has said all that it was going to say
      chunks.add(new InputStream() {
        @Override public int read() { throw new Enough(); }
      });
    }
    var body = new SequenceInputStream(Collections.enumeration(chunks)); // never joins two chunks in one read
    var library = new EventSource.Builder(new ConnectStrategy() {
      @Override public Client createClient(LDLogger logger) {
        return new Client() {
          @Override public Result connect(String lastEventId) { return new Result(body, getOrigin(), body); }
          @Override public URI getOrigin() { return URI.create("http://127.0.0.1/"); }
          @Override public boolean awaitClosed(long timeoutMillis) { return true; }
          @Override public void close() {}
        };
      }
    }).retryDelay(-1, null).build(); // an impossible delay, to see whether the stream sets one
    var events = new ArrayList<Map<String, String>>();
    var comments = new ArrayList<String>();
    try {
      while (true) {
        var next = library.readAnyEvent();
        if (next instanceof CommentEvent comment) comments.add(comment.getText());
        if (next instanceof MessageEvent event) events.add(Map.of("data", event.getData(),
            "type", event.getEventName().isEmpty() ? "message" : event.getEventName(),
            "lastEventId", orEmpty(event.getLastEventId())));
      }
    } catch (StreamClosedByServerException | Enough end) {
      long retry = library.getBaseRetryDelayMillis();
      answer(request, "parsed", "events", events, "retry", retry < 0 ? null : (Long) retry, "comments", comments,
          "lastEventId", orEmpty(library.getLastEventId()));
    } catch (StreamException | RuntimeException failure) {
      answer(request, "failed", "error", failure.toString());
    }
  }

  static String orEmpty(String id) { return id == null ? "" : id; }

  static synchronized void answer(JsonNode request, String op, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }

  static class Enough extends Error {} // leaves the library in the middle of a read
}
