package dev.ssespec.run;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.judge.EndpointJudge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run against a running endpoint, of which no more than its address is known.
 *
 * <ol>
 *   <li>{@link #plan()} says which requests will be sent, and how many.
 *   <li>{@link #play()} sends them, once each, and writes everything down. It takes as long as the
 *       stream is watched, and not much more.
 *   <li>{@link #judge} turns what was written down into one record for each case.
 * </ol>
 *
 * <p>For use by one thread; the listener is called on it.
 *
 * <pre>{@code
 * var run = new EndpointRun(EndpointOptions.of(uri), cases);
 * System.out.println(run.plan().requests() + " requests at most");
 * if (run.play().isEmpty()) {
 *   run.judge(listener);
 * }
 * }</pre>
 */
public final class EndpointRun {
  /** How often a trigger is pulled at most. */
  public static final int MOST_PULLS = Triggering.MOST;

  private final EndpointOptions options;
  private final List<EndpointCase> cases;
  private final VisitPlan plan;
  private EndpointRecording recording = new EndpointRecording(List.of(), "", 0);

  /** A run that is yet to be played. */
  public EndpointRun(EndpointOptions options, List<EndpointCase> cases) {
    this.options = options;
    this.cases = List.copyOf(cases);
    plan = VisitPlan.of(cases, options);
  }

  /** Which visits will be made. */
  public VisitPlan plan() {
    return plan;
  }

  /** How many records the run will have. */
  public int planned() {
    return cases.size();
  }

  /**
   * Visits the endpoint.
   *
   * @return why it cannot be reached at all, as a sentence; empty where it was visited
   * @throws InterruptedException if this thread is interrupted; every connection is closed then
   */
  public String play() throws InterruptedException {
    recording = new EndpointSession(options, plan).play();
    return recording.unreachable().isEmpty()
        ? ""
        : options.uri() + " cannot be reached: " + recording.unreachable() + ".";
  }

  /** Judges every case; the listener hears of each, and of nothing else. */
  public void judge(RunListener listener) {
    for (EndpointCase one : cases) {
      listener.about(AboutCase.of(one));
      listener.judged(record(one));
    }
  }

  private CaseRecord record(EndpointCase one) {
    List<TranscriptEntry> transcript =
        EndpointJudge.transcriptOf(one.visits(), recording.entries());
    Judgement judgement = EndpointJudge.judge(one, transcript);
    boolean skipped = judgement.verdict() == Verdict.SKIP;
    return new CaseRecord(
        one.header().code(),
        one.header().id(),
        one.header().revision(),
        Map.of(),
        one.header().level(),
        judgement.verdict(),
        judgement.failure(),
        skipped ? skipReason(judgement.outcome()) : null,
        skipped ? "" : judgement.outcome(),
        judgement.reason(),
        judgement.expected(),
        judgement.actual(),
        recording.millis(),
        repeat(one),
        transcript);
  }

  private static @Nullable SkipReason skipReason(String word) {
    return Arrays.stream(SkipReason.values())
        .filter(reason -> reason.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** The address, and the options that shape the requests, as they stand on a command line. */
  public List<String> words() {
    List<String> words = new ArrayList<>(List.of(options.uri().toString()));
    words.addAll(List.of("--for", inWords(options.watch())));
    if (!options.isGet()) {
      words.addAll(List.of("--method", options.method()));
    }
    if (options.uri().getScheme().equals("http") && options.httpTwo().isPresent()) {
      words.add("--http2");
    }
    options.trigger().ifPresent(trigger -> words.addAll(List.of("--trigger", trigger.inWords())));
    return words;
  }

  private static String inWords(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  private String repeat(EndpointCase one) {
    List<String> words = new ArrayList<>(List.of("./ssespec", "server"));
    words.addAll(words());
    words.addAll(List.of("--only", one.header().code()));
    return ShellWords.join(words);
  }
}
