import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.*;
import java.util.*;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.*;
import org.glassfish.jersey.client.spi.*;
import org.glassfish.jersey.media.sse.*;

/** Jersey as a parser: EventInput over a connector whose answer is a stream of the chunks, one a read. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["parser"], "profile": "stream",
       "target": {"name": "jersey-sse", "version": "4.0.2", "language": "Java",
          "homepage": "https://github.com/eclipse-ee4j/jersey"},
       "capabilities": ["retry", "comments", "chunks", "events-before-eof"],
       "notes": "EventInput. What its isEmpty() calls empty is no event here: retry and comment are told apart. Its id \
      is an event's own, so no last event ID is told. The comments of a block come as one text, a line for each."}""";

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
    var base64 = Base64.getDecoder();
    for (var chunk : request.path("chunks")) chunks.add(new ByteArrayInputStream(base64.decode(chunk.asText())));
    if (!request.path("eof").asBoolean()) chunks.add(new InputStream() { // what asks for more has said all it can
      @Override public int read() { throw new Enough(); }
    });
    var body = new SequenceInputStream(Collections.enumeration(chunks)); // never joins two chunks in one read
    var config = new ClientConfig().connectorProvider((client, runtime) -> new Connector() {
      @Override public ClientResponse apply(ClientRequest sent) {
        var response = new ClientResponse(Response.Status.OK, sent);
        response.header("Content-Type", "text/event-stream");
        response.setEntityStream(body);
        return response;
      }
      @Override public Future<?> apply(ClientRequest sent, AsyncConnectorCallback callback) { return null; }
      @Override public String getName() { return "chunks"; }
      @Override public void close() {}
    });
    var events = new ArrayList<Map<String, String>>();
    var comments = new ArrayList<String>();
    Long retry = null;
    try (var input = ClientBuilder.newClient(config).target("http://127.0.0.1/").request().get(EventInput.class)) {
      for (InboundEvent event; (event = input.read()) != null; ) {
        if (event.isReconnectDelaySet()) retry = event.getReconnectDelay();
        if (event.getComment() != null) comments.addAll(List.of(event.getComment().split("\n", -1)));
        var type = event.getName() == null || event.getName().isEmpty() ? "message" : event.getName();
        if (!event.isEmpty()) events.add(Map.of("type", type, "data", event.readData()));
      }
    } catch (Enough open) { // answered like an end
    } catch (RuntimeException failure) {
      answer(request, "failed", "error", failure.toString());
      return;
    }
    answer(request, "parsed", "events", events, "retry", retry, "comments", comments);
  }

  static synchronized void answer(JsonNode request, String op, Object... content) {
    var message = JSON.createObjectNode().put("op", op);
    if (request.has("id")) message.set("id", request.get("id"));
    for (int i = 0; i < content.length; i += 2) message.putPOJO((String) content[i], content[i + 1]);
    OUT.println(message);
  }

  static class Enough extends Error {} // leaves the library in the middle of a read
}
