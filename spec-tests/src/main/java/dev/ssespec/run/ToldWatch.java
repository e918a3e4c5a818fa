package dev.ssespec.run;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.judge.EndpointJudge;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a told server as it would any endpoint, while it is told to send an event every so often.
 * All cases share the visits of one watch, which the first of them makes.
 */
final class ToldWatch implements Session {
  private static final Duration WATCH = Duration.ofMillis(2500);
  private static final Duration INTERVAL = Duration.ofMillis(40);

  private final RunOptions options;
  private final Set<String> capabilities;
  private final List<EndpointCase> cases;
  private @Nullable Transcript seen;

  /**
   * A watch that is yet to be made.
   *
   * @param cases those that will look at it; complete before the first is played
   */
  ToldWatch(RunOptions options, Hello hello, List<EndpointCase> cases) {
    this.options = options;
    this.cases = cases;
    capabilities = hello.capabilities();
  }

  @Override
  public synchronized Transcript play(Job job, Adapter adapter) {
    if (seen == null || seen.has(Kind.EXITED)) {
      seen = watch(adapter);
    }
    var one = (EndpointCase) job.testCase();
    return Transcript.of(EndpointJudge.transcriptOf(one.visits(), seen.entries()));
  }

  private Transcript watch(Adapter adapter) {
    var told = new Transcript();
    ToldServer server = ToldServer.start(adapter, told, options.timeout());
    Optional<java.net.URI> uri = server.uri();
    if (uri.isEmpty()) {
      told.add(Kind.DEADLINE, server.problem());
      return told;
    }
    server.goQuiet();
    var over = new CountDownLatch(1);
    var ticking = new Thread(() -> tick(server, over), "ssespec-tick");
    ticking.setDaemon(true);
    ticking.start();
    try {
      EndpointOptions plain = EndpointOptions.of(uri.get()).lasting(WATCH, options.timeout());
      EndpointOptions how = capabilities.contains("http2") ? server.withHttpTwo(plain) : plain;
      var recording = new EndpointSession(how, VisitPlan.of(cases, how)).play();
      if (!recording.unreachable().isEmpty()) {
        told.add(Kind.DEADLINE, "the server cannot be reached: " + recording.unreachable());
      }
      List<TranscriptEntry> all = new java.util.ArrayList<>(recording.entries());
      told.entries().stream().filter(e -> e.kind() == Kind.EXITED).forEach(all::add);
      told.entries().stream().filter(e -> e.kind() == Kind.DEADLINE).forEach(all::add);
      return Transcript.of(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      told.add(Kind.DEADLINE, "the run was stopped");
      return told;
    } finally {
      over.countDown();
      server.stop();
    }
  }

  private void tick(ToldServer server, CountDownLatch over) {
    boolean ids = capabilities.contains("id") && capabilities.contains("replay");
    try {
      for (int n = 1; !over.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS); n++) {
        var content = ids ? EmissionJson.data("tick " + n, "" + n) : EmissionJson.data("tick " + n);
        if (capabilities.contains("type")) {
          content.withObject("/event").put("type", "tick");
        }
        server.send(content);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
