package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Deed;
import dev.ssespec.cases.OpenOptions;
import dev.ssespec.cases.Reaction;
import dev.ssespec.cases.Trigger;
import dev.ssespec.cases.Until;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.property.Abilities;
import dev.ssespec.property.Connections;
import dev.ssespec.property.Connections.Connection;
import dev.ssespec.property.Connections.Ending;
import dev.ssespec.property.ConnectionsMeaning;
import dev.ssespec.property.Trial;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import dev.ssespec.target.Adapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Trials as responses to a client, one connection after the other.
 *
 * <ol>
 *   <li>The first response teaches a short reconnection time and nothing else.
 *   <li>Each connection of the trial is one response. One that is cut off or reset waits for the
 *       target to report as many events as there are up to its end.
 *   <li>The last response brings the sentinel, which shows that all is over.
 * </ol>
 */
final class ConnectionTrials implements Trials {
  private static final String TEACHING = "retry: 1\ndata: " + Connections.TAUGHT + "\n\n";

  /** What never comes is waited for so long while a trial is made smaller. */
  private static final Duration IMPATIENT = Duration.ofSeconds(2);

  private final ClientSession client;
  private final Duration timeout;
  private final Set<String> unknownEndings = new HashSet<>();
  private boolean probed;

  ConnectionTrials(ClientSession client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /** A line end that the target does not know at all is the matter of cases of its own. */
  @Override
  public synchronized Abilities abilities(Adapter adapter) {
    if (!probed) {
      probed = true;
      probe("crlf", "\r\n", adapter);
      probe("cr", "\r", adapter);
    }
    return Abilities.of(Set.of("chunks"), unknownEndings);
  }

  private void probe(String name, String ending, Adapter adapter) {
    String stream = "data: probe" + ending + ending + ":" + ending;
    var connection = new Connection(List.of(stream.getBytes(StandardCharsets.UTF_8)), Ending.END);
    Transcript transcript = play(new Connections(List.of(connection)), adapter, timeout);
    if (!transcript.has(e -> e.kind() == Kind.SAID && e.text().contains("\"probe\""))) {
      unknownEndings.add(name);
    }
  }

  @Override
  public List<Optional<Transcript>> play(
      List<Trial> trials, Adapter adapter, Predicate<Transcript> deviates) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            trials.size(),
            task -> {
              var thread = new Thread(task, "ssespec-trial");
              thread.setDaemon(true);
              return thread;
            });
    var found = new AtomicBoolean();
    try {
      List<CompletableFuture<Optional<Transcript>>> played =
          trials.stream()
              .map(Trial::note)
              .map(Connections::read)
              .map(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> play(one, adapter, deviates, found), pool))
              .toList();
      List<Optional<Transcript>> transcripts =
          played.stream().map(CompletableFuture::join).toList();
      return transcripts.stream()
          .filter(transcript -> transcript.filter(this::isLost).isPresent())
          .findFirst()
          .map(List::of)
          .orElse(transcripts);
    } finally {
      pool.shutdown();
    }
  }

  /**
   * Where a response waits in vain for its events to be reported, the same bytes without such ends
   * may tell at once what is wrong with them. If they do not, the whole time is granted, unless
   * another trial of the batch deviates already: one is enough.
   */
  private Optional<Transcript> play(
      Connections connections,
      Adapter adapter,
      Predicate<Transcript> deviates,
      AtomicBoolean found) {
    Transcript hasty = play(connections, adapter, IMPATIENT);
    if (!hasty.has(Kind.DEADLINE)) {
      found.compareAndSet(false, deviates.test(hasty));
      return Optional.of(hasty);
    }
    if (!found.get() && connections.all().stream().anyMatch(one -> one.ending() != Ending.END)) {
      Transcript ended = play(connections.allEnded(), adapter, IMPATIENT);
      if (!ended.has(Kind.DEADLINE) && deviates.test(ended)) {
        return Optional.of(ended);
      }
    }
    return found.get() ? Optional.empty() : Optional.of(play(connections, adapter, timeout));
  }

  @Override
  public Transcript tryOut(Trial trial, Adapter adapter, Duration patience) {
    return play(Connections.read(trial.note()), adapter, patience);
  }

  @Override
  public Duration patience() {
    return timeout;
  }

  @Override
  public Duration impatience() {
    return IMPATIENT;
  }

  private Transcript play(Connections connections, Adapter adapter, Duration patience) {
    var meaning = ConnectionsMeaning.carriedOver(connections);
    List<Script> scripts = new ArrayList<>();
    List<Reaction> reactions = new ArrayList<>();
    scripts.add(Script.eventStream().body(TEACHING).end());
    for (int i = 0; i < connections.all().size(); i++) {
      scripts.add(script(connections.all().get(i), gate(i)));
      reactions.add(
          new Reaction(
              new Trigger.EventsSeen(meaning.eventsUpTo(i + 1)), new Deed.Release(gate(i))));
    }
    String behind = "data: " + connections.next() + "\n\ndata: " + connections.sentinel() + "\n\n";
    scripts.add(Script.eventStream().body(behind).hold());
    var play =
        new ClientPlay(
            Program.of(scripts.toArray(Script[]::new)),
            OpenOptions.none().types(types(meaning)),
            reactions,
            Until.any(new Until.EventSeen(connections.sentinel()), new Until.GaveUp()),
            false,
            0);
    return client.playPatiently(play, Words.none(), connections.note(), adapter, patience);
  }

  private static String gate(int connection) {
    return "events of " + connection;
  }

  private static Script script(Connection one, String gate) {
    ScriptBuilder response = Script.eventStream();
    one.chunks().forEach(response::body);
    return switch (one.ending()) {
      case END -> response.end();
      case CUT -> response.await(gate).cut();
      case RESET -> response.await(gate).reset();
    };
  }

  private static String[] types(ConnectionsMeaning meaning) {
    return Stream.concat(Stream.of("message"), meaning.allEvents().stream().map(Event::type))
        .distinct()
        .toArray(String[]::new);
  }

  @Override
  public boolean isLost(Transcript transcript) {
    return transcript.has(Kind.EXITED);
  }

  @Override
  public Transcript joined(List<Transcript> parts) {
    return Transcript.inARow(parts);
  }

  /** A target that comes back late is tried less often. */
  @Override
  public Optional<Duration> budget() {
    return Optional.of(Duration.ofSeconds(6));
  }
}
