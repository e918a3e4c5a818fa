import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Spring MVC as a server: an SseEmitter for each response, on an embedded Tomcat for each server. */
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server"],
       "target": {"name": "spring-mvc", "version": "7.0.9", "language": "Java", "homepage": "https://spring.io/projects/spring-framework"},
       "capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"],
       "notes": "SseEmitter on an embedded Tomcat 11. Spring gives HEAD to the handler of GET, so it does not end."}""";
  static final ObjectMapper JSON = new ObjectMapper();
  static PrintStream out;

  record Served(Tomcat tomcat, Events events) {}

  public static void main(String[] args) throws Exception {
    out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    System.setOut(System.err); // standard output belongs to the protocol
    var servers = new HashMap<String, Served>();
    var in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line; (line = in.readLine()) != null; ) {
      try {
        var message = JSON.readTree(line);
        String op = message.path("op").asText(), id = message.path("id").asText();
        switch (op) {
          case "hello" -> tell((ObjectNode) JSON.readTree(HELLO));
          case "start" -> servers.put(id, start(id));
          case "send" -> servers.get(id).events.send(message);
          case "end" -> servers.get(id).events.emitters.forEach(SseEmitter::complete);
          case "stop" -> servers.remove(id).tomcat.stop();
          default -> tell(answer("unsupported", id).put("of", op));
        }
        if (op.equals("end") || op.equals("stop")) tell(answer(op.equals("end") ? "ended" : "stopped", id));
      } catch (Exception e) {
        System.err.println(e + " at " + line.substring(0, Math.min(200, line.length())));
      }
    }
    System.exit(0);
  }

  static ObjectNode answer(String op, String id) { return JSON.createObjectNode().put("op", op).put("id", id); }

  static synchronized void tell(ObjectNode message) { out.println(message); }

  static Served start(String id) throws Exception {
    var events = new Events(id);
    var spring = new GenericWebApplicationContext();
    new AnnotatedBeanDefinitionReader(spring).register(Mvc.class);
    spring.registerBean(Events.class, () -> events);
    var tomcat = new Tomcat();
    tomcat.setBaseDir("target"); // it wants a directory of its own
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var servlet = Tomcat.addServlet(tomcat.addContext("", null), "spring", new DispatcherServlet(spring));
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1); // ready once it listens
    servlet.addMapping("/");
    tomcat.start();
    tell(answer("listening", id).put("url", "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/events"));
    return new Served(tomcat, events);
  }

  @EnableWebMvc static class Mvc {}

  @RestController
  static class Events {
    final Set<SseEmitter> emitters = ConcurrentHashMap.newKeySet();
    final AtomicInteger connections = new AtomicInteger();
    final String id;

    Events(String id) { this.id = id; }

    @GetMapping(path = "/events", produces = "text/event-stream")
    SseEmitter events() {
      var emitter = new SseEmitter(0L); // no timeout
      var name = "k" + connections.incrementAndGet();
      emitter.onCompletion(() -> { if (emitters.remove(emitter)) tell(answer("disconnected", id).put("connection", name)); });
      emitters.add(emitter);
      tell(answer("connected", id).put("connection", name));
      return emitter;
    }

    void send(JsonNode message) {
      var reply = answer("sent", id).put("seq", message.path("seq").asInt());
      for (var emitter : emitters) {
        try {
          emitter.send(event(message));
        } catch (IllegalArgumentException refused) {
          reply.put("op", "refused").put("error", refused.getMessage());
        } catch (IOException | IllegalStateException gone) { // its onCompletion is called as well
          System.err.println(gone.getMessage());
        }
      }
      tell(reply);
    }

    static SseEmitter.SseEventBuilder event(JsonNode message) {
      var event = SseEmitter.event();
      var parts = message.path("event");
      if (message.has("comment")) event.comment(message.get("comment").asText());
      if (parts.has("id")) event.id(parts.get("id").asText());
      if (parts.has("type")) event.name(parts.get("type").asText());
      if (parts.has("retry") && !parts.get("retry").canConvertToLong()) throw new IllegalArgumentException("no long");
      if (parts.has("retry")) event.reconnectTime(parts.get("retry").asLong());
      return parts.has("data") ? event.data(parts.get("data").asText()) : event;
    }
  }
}
