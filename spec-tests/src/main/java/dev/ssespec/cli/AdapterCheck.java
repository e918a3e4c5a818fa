package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Role;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The checks of {@code adapter-check}, told line by line. */
final class AdapterCheck {
  private static final Set<String> KNOWN =
      Set.of(
          "last-event-id",
          "retry",
          "comments",
          "chunks",
          "events-before-eof",
          "opened",
          "error",
          "origin",
          "reconnect",
          "retry-option",
          "initial-last-event-id",
          "headers",
          "method",
          "body",
          "with-credentials",
          "read-timeout",
          "tls",
          "close-in-handler",
          "object",
          "event-target",
          "cors",
          "ready",
          "type",
          "id",
          "comment",
          "no-data",
          "surrogates",
          "http2",
          "replay",
          "disconnect",
          "end");

  private final Link.Starter starter;
  private final Duration within;
  private final PrintStream out;
  private int faults;

  AdapterCheck(Link.Starter starter, Duration within, PrintStream out) {
    this.starter = starter;
    this.within = within;
    this.out = out;
  }

  /** Checks each of the roles, or those that the adapter names; returns how many faults it has. */
  int run(List<Role> wanted) {
    List<Role> roles = wanted.isEmpty() ? namedRoles() : wanted;
    for (Role role : roles) {
      out.println(role.word());
      check(role);
    }
    return faults;
  }

  private List<Role> namedRoles() {
    try (Adapter adapter = Adapter.start(starter, Role.PARSER.word(), Adapter.HELLO)) {
      Hello hello = adapter.hello();
      List<Role> roles =
          List.of(Role.PARSER, Role.CLIENT, Role.SERVER).stream()
              .filter(role -> hello.roles().contains(role.word()))
              .toList();
      if (roles.isEmpty()) {
        tell(
            "hello names a role that can be checked: parser, client or server",
            "it names " + hello.roles());
      }
      return roles;
    }
  }

  private void check(Role role) {
    var noise = new NoiseCount(starter);
    Adapter adapter = Adapter.start(noise, role.word(), Adapter.HELLO);
    tell("says hello within " + Adapter.HELLO.toSeconds() + " s", "");
    checkHello(adapter.hello(), role);
    tell("answers an unknown operation with unsupported and the same id", nonsense(adapter));
    var dialogue = new AdapterDialogue(adapter, within);
    if (role == Role.PARSER) {
      checkParser(adapter.hello(), dialogue);
    } else if (role == Role.CLIENT) {
      new ClientAdapterCheck(adapter, dialogue, this::tell).run();
    } else {
      new ServerAdapterCheck(adapter, dialogue, within, this::tell).run();
    }
    tell(
        "prints nothing but messages",
        noise.lines().isEmpty() ? "" : "it printed " + noise.lines());
    tell(
        "leaves within 2 s after the end of its input",
        adapter.dismiss() ? "" : "it had to be ended by force");
  }

  private void checkHello(Hello hello, Role role) {
    tell(
        "hello names the library, its version and its language",
        hello.target().name().equals("unnamed")
                || hello.target().version().isEmpty()
                || hello.target().language().isEmpty()
            ? "it says " + hello.target()
            : "");
    tell(
        "hello lists the role " + role.word(),
        hello.roles().contains(role.word()) ? "" : "it lists " + hello.roles());
    List<String> unknown =
        hello.target().capabilities().stream().filter(c -> !KNOWN.contains(c)).toList();
    tell("every capability is one that the protocol knows", unknown.isEmpty() ? "" : "" + unknown);
  }

  private String nonsense(Adapter adapter) {
    Optional<ObjectNode> answer = adapter.askNonsense(new Random(), within);
    if (answer.isEmpty()) {
      return "no answer came";
    }
    return answer.get().path("op").asText().equals("unsupported") ? "" : "it said " + answer.get();
  }

  private void checkParser(Hello hello, AdapterDialogue dialogue) {
    tell(
        "answers a stream, with keys that it does not know",
        dialogue.parse("data: one\n\n", true).map(this::parsedShape).orElse("no answer came"));
    tell("answers many requests at a time, each with its id", dialogue.parseMany(50));
    tell("takes a message of 2 MiB", dialogue.parseBig(2 * 1024 * 1024));
    if (hello.capabilities().contains("events-before-eof")) {
      tell(
          "answers while the stream stays open",
          dialogue
              .parse("data: one\n\n", false)
              .map(answer -> answer.path("events").size() == 1 ? "" : "it said " + answer)
              .orElse("no answer came"));
    }
    for (String capability : List.of("last-event-id", "retry", "comments")) {
      if (hello.capabilities().contains(capability)) {
        tell("shows " + capability + ", as it says", dialogue.shows(capability));
      }
    }
  }

  private String parsedShape(ObjectNode answer) {
    ObjectNode event =
        answer.path("events").path(0) instanceof ObjectNode one ? one : Json.object();
    boolean right =
        answer.path("op").asText().equals("parsed")
            && answer.path("events").size() == 1
            && event.path("type").asText().equals("message")
            && event.path("data").asText().equals("one");
    return right ? "" : "it said " + answer;
  }

  /** Tells one check; {@code fault} is empty where all is well. */
  void tell(String check, String fault) {
    faults += fault.isEmpty() ? 0 : 1;
    out.println(
        (fault.isEmpty() ? "  ok   " : "  BAD  ") + check + (fault.isEmpty() ? "" : ": " + fault));
  }
}
