import com.fasterxml.jackson.databind.*;
import jakarta.servlet.http.HttpServletRequest;
import java.io.*;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.eclipse.jetty.ee10.servlet.*;
import org.eclipse.jetty.ee10.servlets.*;
import org.eclipse.jetty.server.*;

/** Jetty as a server: the Emitter of its EventSourceServlet for each response. */
class Adapter extends EventSourceServlet {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "jetty-event-source-servlet", "version": "12.1.14", "language": "Java", "homepage": "https://jetty.org"}, \
      "capabilities": ["type", "comment", "disconnect", "end"], \
      "notes": "The EventSourceServlet of jetty-ee10-servlets. Its Emitter has words for a type, data and a comment alone."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<EventSource.Emitter> open = ConcurrentHashMap.newKeySet();
  final String id;
  final Server http = new Server(new InetSocketAddress("127.0.0.1", 0));

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
          case "stop" -> new Thread(new FutureTask<>(servers.remove(id)::stop)).start(); // waits for stalled readers
          default -> tell(Map.of("op", "unsupported", "id", id, "of", op));
        }
      } catch (IllegalArgumentException | ArithmeticException refused) {
        tell(Map.of("op", "refused", "id", id, "seq", message.path("seq"), "error", "" + refused.getMessage()));
      }
    }
    System.exit(0);
  }

  static void tell(Map<String, ?> message) { OUT.println((Object) JSON.valueToTree(message)); }

  Adapter(String id) throws Exception {
    this.id = id;
    var context = new ServletContextHandler();
    context.addServlet(this, "/events").setAsyncSupported(true);
    http.setHandler(context);
    http.start();
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + http.getURI().getPort() + "/events"));
  }

  @Override
  protected EventSource newEventSource(HttpServletRequest request) {
    var name = UUID.randomUUID();
    return new EventSource() {
      Emitter mine;

      @Override
      public void onOpen(Emitter emitter) {
        open.add(mine = emitter);
        tell(Map.of("op", "connected", "id", id, "connection", name));
      }

      @Override
      public void onClose() {
        open.remove(mine);
        tell(Map.of("op", "disconnected", "id", id, "connection", name));
      }
    };
  }

  void send(JsonNode message) {
    var parts = message.path("event");
    String data = parts.path("data").asText();
    for (var emitter : open) {
      try {
        if (message.has("comment")) emitter.comment(message.get("comment").asText());
        else if (parts.has("type")) emitter.event(parts.get("type").asText(), data);
        else emitter.data(data);
      } catch (IOException gone) {
        System.err.println(gone);
      }
    }
  }

  void end() { open.forEach(EventSource.Emitter::close); open.clear(); }

  Object stop() throws Exception { http.stop(); tell(Map.of("op", "stopped", "id", id)); return id; }
}
