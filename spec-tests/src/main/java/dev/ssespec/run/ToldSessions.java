package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ConductCase;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Hello;
import dev.ssespec.target.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** How the cases of told servers are played in one run. */
final class ToldSessions extends Sessions {
  /** What everything else builds on; it is played even where the server seems to send nothing. */
  private static final String PLAIN = "server/told-lines/none";

  private final ToldServers servers;
  private final Session emitting;
  private final Session conducting;
  private final Session searching;
  private final ToldWatch watching;
  private final List<EndpointCase> watched = new CopyOnWriteArrayList<>();
  private final String unopened;

  /**
   * Starts a first server and looks whether it sends what it is told to.
   *
   * @throws Link.StartException if the target never says where a server of its listens
   */
  ToldSessions(RunOptions options, Targets targets) {
    Hello hello = targets.get().hello();
    servers = new ToldServers(options.timeout());
    emitting = new EmissionSession(options, servers);
    conducting = new ConductSession(options, hello);
    searching = new EmissionSearch(options, hello, servers);
    watching = new ToldWatch(options, hello, watched);
    unopened = firstOpening(options, targets);
  }

  private String firstOpening(RunOptions options, Targets targets) {
    var transcript = new Transcript();
    // The first one may have a framework to load.
    ToldServer server = ToldServer.start(targets.get(), transcript, options.timeout());
    if (!server.problem().isEmpty()) {
      throw new Link.StartException("No server could be tested: " + server.problem() + ".");
    }
    var talk = new EmissionTalk(server, transcript, options.timeout());
    talk.play(List.of(), ToldWire.USUAL);
    servers.giveBack(server, talk.clean());
    boolean sent = transcript.has(e -> e.text().startsWith(EmissionTalk.NOTE));
    return sent ? "" : "A plain event that the server was told to send never came; see S-101.";
  }

  @Override
  Set<String> needs(Case one) {
    Set<String> needs = new TreeSet<>(one.header().needs());
    if (one instanceof EndpointCase endpoint && endpoint.visits().contains(Visit.RESUME)) {
      // Ids come from the kit, so that they promise a replay only where there is one.
      needs.add("replay");
    }
    return needs;
  }

  @Override
  List<Job> jobs(Case one) {
    if (one instanceof EndpointCase endpoint && !watched.contains(endpoint)) {
      watched.add(endpoint);
    }
    return List.of(new Job(one, Map.of()));
  }

  @Override
  Optional<String> prerequisite(Job job) {
    boolean spared =
        job.testCase() instanceof EndpointCase || job.testCase().header().id().equals(PLAIN);
    return unopened.isEmpty() || spared ? Optional.empty() : Optional.of(unopened);
  }

  @Override
  Session session(Job job) {
    Case one = job.testCase();
    if (one instanceof EmissionCase) {
      return emitting;
    }
    if (one instanceof ConductCase) {
      return conducting;
    }
    return one instanceof EndpointCase ? watching : searching;
  }

  /**
   * The first look at the endpoint makes the watch for all, beside everything else; the others wait
   * for it, and would keep the workers from what can be played meanwhile.
   */
  @Override
  int turn(Job job) {
    if (!(job.testCase() instanceof EndpointCase)) {
      return 1;
    }
    return watched.indexOf(job.testCase()) == 0 ? 0 : 2;
  }

  @Override
  boolean isHeavy(Job job) {
    return job.testCase() instanceof ConductCase one && ConductSession.isHeavy(one.conduct());
  }

  @Override
  boolean disturbed(Transcript transcript) {
    // A visit whose own time is over has seen what it was made for.
    return transcript.has(Kind.EXITED)
        || transcript.has(entry -> entry.kind() == Kind.DEADLINE && entry.connection() == 0);
  }

  /** What hangs is one server of many; the next session starts another. */
  @Override
  boolean hangsWhole() {
    return false;
  }

  @Override
  public void close() {
    servers.close();
  }
}
