package dev.ssespec.run;

import dev.ssespec.cases.Conduct;
import dev.ssespec.cases.ConductCase;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays a conduct case, on a server of its own. */
final class ConductSession implements Session {
  /** How a conduct is played. */
  @FunctionalInterface
  interface Play {
    void on(ConductStage stage) throws InterruptedException;
  }

  private static final Set<Conduct> HEAVY =
      EnumSet.of(
          Conduct.CROWDED_SENDS,
          Conduct.BURST,
          Conduct.STALLED_READER,
          Conduct.LEAVING_COUNTED,
          Conduct.LEAVING_SURVIVED,
          Conduct.VANISHED_COUNTED,
          Conduct.RESUMED_AT_SPEED);

  private static final Map<Conduct, Play> PLAYS = plays();

  private final RunOptions options;
  private final Set<String> capabilities;

  ConductSession(RunOptions options, Hello hello) {
    this.options = options;
    capabilities = hello.capabilities();
  }

  private static Map<Conduct, Play> plays() {
    Map<Conduct, Play> plays = new EnumMap<>(Conduct.class);
    FlowConducts.addTo(plays);
    EndConducts.addTo(plays);
    CrowdConducts.addTo(plays);
    ResumeConducts.addTo(plays);
    return plays;
  }

  /** Whether the machine has enough to do with it alone. */
  static boolean isHeavy(Conduct conduct) {
    return HEAVY.contains(conduct);
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var conduct = ((ConductCase) job.testCase()).conduct();
    Play play =
        Optional.ofNullable(PLAYS.get(conduct))
            .orElseThrow(() -> new IllegalStateException("Nobody plays " + conduct));
    var transcript = new Transcript();
    ToldServer server = ToldServer.start(adapter, transcript, options.timeout());
    var uri = server.uri();
    if (uri.isEmpty()) {
      transcript.add(Kind.DEADLINE, server.problem());
      return transcript;
    }
    try (var wire = new ToldWire(uri.get(), transcript)) {
      play.on(new ConductStage(server, wire, transcript, capabilities, options.timeout()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      transcript.add(Kind.DEADLINE, "the run was stopped");
    } finally {
      server.stop();
    }
    return transcript;
  }
}
