package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.property.EmissionExperiment;
import dev.ssespec.property.Experiment;
import dev.ssespec.property.Shrinker;
import dev.ssespec.property.Trial;
import dev.ssespec.property.WrittenEvents;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tries a law on generated events, each trial on a connection of its own. The first trial that
 * deviates is made smaller, and the transcript of the smallest is all that is left.
 */
final class EmissionSearch implements Session {
  /** Enough for a handful of events. */
  private static final int MOST = 600;

  private final RunOptions options;
  private final Hello hello;
  private final ToldServers servers;
  private final Context context;

  EmissionSearch(RunOptions options, Hello hello, ToldServers servers) {
    this.options = options;
    this.hello = hello;
    this.servers = servers;
    context = new Context(options.seed(), hello.capabilities(), hello.target().profile());
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var testCase = (PropertyCase) job.testCase();
    return search(testCase, EmissionExperiment.of(testCase.law(), hello.capabilities()), adapter);
  }

  private <T> Transcript search(PropertyCase testCase, Experiment<T> experiment, Adapter adapter) {
    var random = new Random(options.seed() * 31 + testCase.header().code().hashCode());
    List<Transcript> kept = new ArrayList<>();
    for (int number = 1; number <= options.tries(); number++) {
      List<T> parts = experiment.drawTrial(random);
      Transcript transcript = play(experiment.trial(parts).orElseThrow(), adapter);
      if (isLost(transcript)) {
        return transcript;
      }
      if (fails(testCase, transcript)) {
        return shrunk(testCase, experiment, adapter, parts, transcript, number);
      }
      kept.add(transcript);
    }
    return Transcript.joined(kept);
  }

  private <T> Transcript shrunk(
      PropertyCase testCase,
      Experiment<T> experiment,
      Adapter adapter,
      List<T> parts,
      Transcript first,
      int number) {
    long until = System.nanoTime() + options.timeout().toNanos();
    List<Transcript> smallest = new ArrayList<>(List.of(first));
    var shrinker =
        new Shrinker<T>(
            experiment,
            trial -> {
              if (System.nanoTime() > until || !adapter.alive()) {
                return false;
              }
              Transcript transcript = play(trial, adapter);
              boolean deviates = !isLost(transcript) && fails(testCase, transcript);
              if (deviates) {
                smallest.set(0, transcript);
              }
              return deviates;
            },
            MOST);
    shrinker.shrink(parts);
    Transcript transcript = smallest.get(0);
    transcript.add(
        Kind.NOTE,
        "seed "
            + options.seed()
            + ", try "
            + number
            + " of "
            + options.tries()
            + "; shrunk with "
            + shrinker.asked()
            + " more");
    return transcript;
  }

  private boolean fails(PropertyCase testCase, Transcript transcript) {
    return Judge.judge(testCase, transcript.entries(), context).verdict() == Verdict.FAIL;
  }

  private static boolean isLost(Transcript transcript) {
    return transcript.has(Kind.EXITED) || transcript.has(Kind.DEADLINE);
  }

  private Transcript play(Trial trial, Adapter adapter) {
    var transcript = new Transcript();
    transcript.add(Kind.NOTE, trial.note());
    List<ObjectNode> values =
        WrittenEvents.read(trial.note()).stream().map(EmissionJson::of).toList();
    ToldServer server = servers.borrow(adapter, transcript);
    var talk = new EmissionTalk(server, transcript, options.timeout());
    talk.play(values, ToldWire.USUAL);
    servers.giveBack(server, talk.clean());
    return transcript;
  }
}
