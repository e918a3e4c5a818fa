import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A small Spring MVC server. The kit watches it and tells it nothing: events come by themselves. */
class Adapter {
  static final String HELLO = """
      {"op": "hello", "protocol": 1, "roles": ["server-url"], "capabilities": ["replay"],
       "target": {"name": "spring-mvc", "version": "7.0.9", "language": "Java", "homepage": "https://spring.io/projects/spring-framework"},
       "notes": "SseEmitter on an embedded Tomcat 11: an event every 200 ms, a comment every second, all events are \
      replayed after Last-Event-ID. Spring gives HEAD to the handler of GET, so it does not end."}""";

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
    System.setOut(System.err); // standard output belongs to the protocol
    var json = new ObjectMapper();
    var servers = new HashMap<String, Tomcat>();
    var in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line; (line = in.readLine()) != null; ) {
      try {
        var message = json.readValue(line, ObjectNode.class);
        var op = message.path("op").asText();
        var id = message.retain("id").path("id").asText(); // the answer takes nothing else from the request
        switch (op) {
          case "hello" -> message = json.readValue(HELLO, ObjectNode.class);
          case "start" -> message.put("op", "listening").put("url", start(servers, id));
          case "stop" -> { servers.get(id).stop(); message.put("op", "stopped"); }
          default -> message.put("op", "unsupported").put("of", op);
        }
        out.println(message);
      } catch (Exception e) {
        System.err.println(e + " at " + line);
      }
    }
    System.exit(0);
  }

  static String start(Map<String, Tomcat> servers, String id) throws Exception {
    var spring = new AnnotationConfigWebApplicationContext();
    spring.register(Events.class);
    var tomcat = new Tomcat();
    tomcat.setBaseDir("target"); // it wants a directory of its own
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var servlet = Tomcat.addServlet(tomcat.addContext("", null), "spring", new DispatcherServlet(spring));
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1); // ready once it listens
    servlet.addMapping("/");
    tomcat.start();
    servers.put(id, tomcat);
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/events";
  }

  @EnableWebMvc @RestController
  static class Events {
    final List<String> log = new ArrayList<>(); // the event with ID n is at n - 1
    final Set<SseEmitter> emitters = ConcurrentHashMap.newKeySet();

    Events() {
      var clock = Executors.newSingleThreadScheduledExecutor();
      clock.scheduleAtFixedRate(this::emit, 200, 200, TimeUnit.MILLISECONDS);
      clock.scheduleAtFixedRate(() -> emitters.forEach(emitter -> send(emitter, 0)), 1, 1, TimeUnit.SECONDS);
    }

    synchronized void emit() { // synchronized: never between a replay and the subscription that follows
      int id = log.size() + 1;
      log.add(id % 5 == 0 ? "readings %d to %d\nall in order ✓".formatted(id - 4, id) : "reading " + id);
      emitters.forEach(emitter -> send(emitter, id));
    }

    @GetMapping(path = "/events", produces = "text/event-stream")
    synchronized SseEmitter events(@RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId) {
      var emitter = new SseEmitter(0L); // no timeout
      emitter.onCompletion(() -> emitters.remove(emitter));
      int seen = lastEventId.matches("\\d{1,9}") ? Integer.parseInt(lastEventId) : log.size();
      for (int id = seen + 1; id <= log.size(); id++) send(emitter, id);
      emitters.add(emitter);
      return emitter;
    }

    void send(SseEmitter emitter, int id) { // 0 is the comment that keeps the connection alive
      var event = SseEmitter.event();
      try {
        emitter.send(id == 0 ? event.comment("still here") : event.id("" + id).data(log.get(id - 1)));
      } catch (IOException | IllegalStateException gone) { // its onCompletion is called as well
        System.err.println(gone.getMessage());
      }
    }
  }
}
