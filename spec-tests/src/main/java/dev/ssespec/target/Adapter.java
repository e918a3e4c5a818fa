package dev.ssespec.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A running target that has said hello, and the conversations with it: what it says with an id
 * reaches the conversation of that id; noise and the end reach all that are under way. Safe for all
 * threads.
 */
public final class Adapter implements AutoCloseable {
  /** So long a target may take to start, however busy the machine. */
  public static final Duration HELLO = Duration.ofSeconds(45);

  private final CompletableFuture<ObjectNode> helloAnswer = new CompletableFuture<>();
  private final Map<String, Consumer<Heard>> conversations = new ConcurrentHashMap<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private volatile String ending = "";
  private final Link link;
  private final Hello hello;

  private Adapter(Link.Starter starter, String role, Duration within) {
    link = starter.start(new Ears());
    link.tell(Json.message("hello").put("protocol", 1).put("role", role));
    try {
      hello = Hello.read(awaitHello(within));
    } catch (Link.StartException e) {
      link.kill();
      throw e;
    }
  }

  /**
   * Starts a target and waits for its hello.
   *
   * @param role the role that it is about to be tested in
   * @throws Link.StartException if it cannot be started, or does not say hello in time
   */
  public static Adapter start(Link.Starter starter, String role, Duration within) {
    return new Adapter(starter, role, within);
  }

  private ObjectNode awaitHello(Duration within) {
    try {
      return helloAnswer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Link.StartException(
          "The target did not answer hello within " + within.toSeconds() + " s." + logTail());
    } catch (ExecutionException e) {
      throw new Link.StartException(
          "The target was gone before it answered hello: "
              + Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("")
              + "."
              + logTail());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Link.StartException("The wait for the target's hello was interrupted.");
    }
  }

  private String logTail() {
    String log = link.log().strip();
    return log.isEmpty()
        ? ""
        : "\nIts log ends with:\n" + log.substring(Math.max(0, log.length() - 2000));
  }

  /** How the target introduced itself. */
  public Hello hello() {
    return hello;
  }

  /** Whether the target is still there. */
  public boolean alive() {
    return ending.isEmpty();
  }

  /** What the target wrote to its log most recently. */
  public String log() {
    return link.log();
  }

  /** How much processor time the target has used so far: see {@link Link#worked}. */
  public Optional<Duration> worked() {
    return link.worked();
  }

  /** Sends a message. */
  public void tell(ObjectNode message) {
    link.tell(message);
  }

  /** Begins to hear what is said with {@code id}. Calls come from one thread, one at a time. */
  public void converse(String id, Consumer<Heard> ear) {
    known.add(id);
    conversations.put(id, ear);
    if (!alive()) {
      ear.accept(new Heard.Gone(ending));
    }
  }

  /** Hears no more of {@code id}; what is still said with it goes unheard. */
  public void leave(String id) {
    conversations.remove(id);
  }

  /**
   * Sends a message with an id of its own.
   *
   * @return the first thing said with that id within {@code within}; empty where nothing was
   */
  public Optional<ObjectNode> ask(ObjectNode message, Duration within) {
    String id = message.path("id").asText();
    var answer = new CompletableFuture<Optional<ObjectNode>>();
    converse(
        id,
        heard -> {
          if (heard instanceof Heard.Said said) {
            answer.complete(Optional.of(said.message()));
          } else if (heard instanceof Heard.Gone) {
            answer.complete(Optional.empty());
          }
        });
    tell(message);
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      leave(id);
    }
  }

  /**
   * Sends an {@code op} that no adapter can know.
   *
   * @return what came back within {@code within}; empty where nothing did
   */
  public Optional<ObjectNode> askNonsense(Random random, Duration within) {
    var op = new StringBuilder();
    random.ints(10, 'a', 'z' + 1).forEach(c -> op.append((char) c));
    return ask(Json.message(op.toString()).put("id", "n" + random.nextInt(1_000_000)), within);
  }

  /** Ends the target by the end of its input; returns whether it left by itself within 2 s. */
  public boolean dismiss() {
    return link.dismiss();
  }

  @Override
  public void close() {
    link.close();
  }

  /** Ends the target at once. */
  public void kill() {
    link.kill();
  }

  /** Whether a target that hangs is really ended by that: a thread of this JVM is not. */
  public boolean endsForSure() {
    return link.endsForSure();
  }

  private final class Ears implements Link.Ear {
    @Override
    public void said(ObjectNode message) {
      if (message.path("op").asText().equals("hello")) {
        helloAnswer.complete(message);
        return;
      }
      String id = message.path("id").asText();
      Consumer<Heard> ear = conversations.get(id);
      if (ear == null && known.contains(id)) {
        return;
      }
      if (ear == null) {
        String text = message.toString();
        noise(text.length() <= 200 ? text : text.substring(0, 200) + "…");
      } else {
        ear.accept(new Heard.Said(message));
      }
    }

    @Override
    public void noise(String line) {
      conversations.values().forEach(ear -> ear.accept(new Heard.Noise(line)));
    }

    @Override
    public void gone(String how) {
      ending = how;
      helloAnswer.completeExceptionally(new IllegalStateException(how));
      conversations.values().forEach(ear -> ear.accept(new Heard.Gone(how)));
    }
  }
}
