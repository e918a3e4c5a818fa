import com.fasterxml.jackson.databind.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Spring MVC as a server: an SseEmitter for each response, on an embedded Tomcat for each server. */
@EnableWebMvc
@RestController
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"], \
      "target": {"name": "spring-mvc", "version": "7.0.9", "language": "Java", "homepage": "https://spring.io/projects/spring-framework"}, \
      "capabilities": ["type", "id", "retry", "comment", "no-data", "surrogates", "disconnect", "end"], \
      "notes": "SseEmitter on an embedded Tomcat 11. Spring gives HEAD to the handler of GET, so it does not end."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  final Tomcat tomcat = new Tomcat();
  final String id;

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
          case "stop" -> new Thread(new FutureTask<>(servers.remove(id)::stop)).start(); // takes Tomcat two seconds
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
    var spring = new GenericWebApplicationContext();
    AnnotationConfigUtils.registerAnnotationConfigProcessors(spring);
    spring.registerBean(Adapter.class, () -> this);
    tomcat.setBaseDir("target"); // it wants a directory of its own
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var servlet = Tomcat.addServlet(tomcat.addContext("", null), "spring", new DispatcherServlet(spring));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/");
    tomcat.start();
    tell(Map.of("op", "listening", "id", id, "url", "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/events"));
  }

  @GetMapping(path = "/events", produces = "text/event-stream")
  SseEmitter events() {
    var emitter = new SseEmitter(0L); // no timeout
    var name = UUID.randomUUID();
    emitter.onCompletion(() -> { if (open.remove(emitter)) tell(Map.of("op", "disconnected", "id", id, "connection", name)); });
    open.add(emitter);
    tell(Map.of("op", "connected", "id", id, "connection", name));
    return emitter;
  }

  void send(JsonNode message) {
    var parts = message.path("event");
    for (var emitter : open) {
      var event = SseEmitter.event();
      if (message.has("comment")) event.comment(message.get("comment").asText());
      if (parts.has("id")) event.id(parts.get("id").asText());
      if (parts.has("type")) event.name(parts.get("type").asText());
      if (parts.has("retry")) event.reconnectTime(parts.get("retry").decimalValue().longValueExact());
      if (parts.has("data")) event.data(parts.get("data").asText());
      try {
        emitter.send(event);
      } catch (IOException | IllegalStateException gone) { // its onCompletion is called as well
        System.err.println(gone.getMessage());
      }
    }
  }

  void end() { open.forEach(SseEmitter::complete); }
  Object stop() throws Exception { tomcat.stop(); tell(Map.of("op", "stopped", "id", id)); return id; }
}
