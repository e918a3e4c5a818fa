import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import okhttp3.*;
import okhttp3.sse.*;
import okio.*;

/** okhttp-sse as a parser: a response that nobody sent, whose body yields the chunks one read at a time. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1,
       "target": {"name": "okhttp-sse", "version": "5.5.1", "language": "Java",
                  "homepage": "https://github.com/square/okhttp/tree/master/okhttp-sse"},
       "roles": ["parser"], "profile": "stream", "capabilities": ["last-event-id", "chunks", "events-before-eof"],
       "notes": "EventSources.processResponse with a response whose body yields the chunks. retry and comments stay \
      inside the library. The last event ID is told with events alone (null where there is none, reported as empty): \
      that of the last event is what the answer ends with."}""";

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
        case "parse" -> { // a thread each: the library can spin for ever, and that must not hold up the other requests
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
    var lastId = new String[] {""};
    Runnable done = () -> answer(request, "parsed",
        "events", events, "retry", null, "comments", List.of());
    var rest = request.path("chunks").iterator();
    var chunk = new Buffer();
    var body = new ForwardingSource(new Buffer()) {
      int readsAfterEnd;
      @Override public long read(Buffer sink, long byteCount) {
        while (chunk.exhausted() && rest.hasNext()) chunk.write(Base64.getDecoder().decode(rest.next().asText()));
        if (!chunk.exhausted()) return chunk.read(sink, byteCount);
        if (!request.path("eof").asBoolean()) {
          done.run(); // it waits for more bytes, so whatever it was going to say of these, it has said
          throw new Enough();
        }
        // A lone CR at the end makes it ask for ever. That hang stays unanswered; only the core is given back.
        if (++readsAfterEnd > 1_000_000) throw new Enough();
        return -1;
      }
    };
    var response = new Response.Builder().protocol(Protocol.HTTP_1_1).code(200).message("OK")
        .request(new Request.Builder().url("http://127.0.0.1/").build())
        .body(ResponseBody.create(Okio.buffer(body), MediaType.get("text/event-stream"), -1)).build();
    try {
      EventSources.processResponse(response, new EventSourceListener() {
        @Override public void onEvent(EventSource source, String id, String type, String data) {
          lastId[0] = id == null ? "" : id;
          events.add(Map.of("type", type == null ? "message" : type, "data", data, "lastEventId", lastId[0]));
        }

        @Override public void onClosed(EventSource source) { done.run(); }

        @Override public void onFailure(EventSource source, Throwable failure, Response r) {
          answer(request, "failed", "error", String.valueOf(failure));
        }
      });
    } catch (Enough e) { /* answered, or left unanswered on purpose */ }
  }

  static synchronized void answer(JsonNode request, String op, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }

  static class Enough extends Error {} // leaves the library in the middle of a read: it catches every Exception
}
