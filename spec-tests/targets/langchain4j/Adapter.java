import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.*;
import java.io.*;
import java.util.*;

/** The parser that langchain4j reads model answers with, over an input stream that yields one chunk a read. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["parser"], "profile": "stream",
       "target": {"name": "langchain4j", "version": "1.19.0", "language": "Java",
          "homepage": "https://github.com/langchain4j/langchain4j"},
       "capabilities": ["chunks", "events-before-eof"],
       "notes": "DefaultServerSentEventParser. It tells type and data and nothing else."}""";

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
    Runnable done = () -> answer(request, "parsed", "events", events, "retry", null, "comments", List.of());
    var rest = request.path("chunks").iterator();
    var body = new InputStream() {
      InputStream chunk = InputStream.nullInputStream();

      @Override public int read(byte[] target, int from, int length) throws IOException {
        int read = chunk.read(target, from, length);
        while (read < 0 && rest.hasNext()) {
          chunk = new ByteArrayInputStream(Base64.getDecoder().decode(rest.next().asText()));
          read = chunk.read(target, from, length);
        }
        if (read < 0 && !request.path("eof").asBoolean()) {
          done.run(); // it waits for more bytes, so whatever it was going to say of these, it has said
          throw new Enough();
        }
        return read;
      }

      @Override public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }
    };
    var failures = new ArrayList<Throwable>();
    try {
      new DefaultServerSentEventParser().parse(body, new ServerSentEventListener() {
        @Override public void onEvent(ServerSentEvent event) {
          boolean typed = event.event() != null && !event.event().isEmpty();
          events.add(Map.of("type", typed ? event.event() : "message", "data", event.data()));
        }

        @Override public void onError(Throwable failure) { failures.add(failure); }
      });
      if (failures.isEmpty()) done.run();
      else answer(request, "failed", "error", failures.toString());
    } catch (Enough e) { /* answered */ }
  }

  static synchronized void answer(JsonNode request, String op, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }

  static class Enough extends Error {} // leaves the library in the middle of a read
}
