package dev.ssespec.run;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Hello;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where transcripts become records. Safe for all threads; the listener hears one at a time. */
final class JudgeDesk {
  private final Context context;
  private final RunOptions options;
  private final Plug plug;
  private final RunListener listener;
  private final Set<String> told = new HashSet<>();

  JudgeDesk(RunOptions options, Plug plug, Hello hello, RunListener listener) {
    this.options = options;
    this.plug = plug;
    this.listener = listener;
    context = new Context(options.seed(), hello.capabilities(), hello.target().profile());
  }

  /** Whether the case failed by coming too early, which has to be seen more than once. */
  boolean mayBeBadTiming(Job job, Transcript transcript) {
    return Judge.judge(job.testCase(), transcript.entries(), context).failure() == Failure.EARLY;
  }

  /** Whether the verdict would be a fail. */
  boolean fails(Job job, Transcript transcript) {
    return Judge.judge(job.testCase(), transcript.entries(), context).verdict() == Verdict.FAIL;
  }

  /**
   * Judges a job.
   *
   * @param again transcripts of repetitions; any that fails counts, and the reason says how many
   */
  void judge(Job job, Transcript transcript, List<Transcript> again) {
    Judgement first = Judge.judge(job.testCase(), transcript.entries(), context);
    long failed =
        again.stream()
            .map(t -> Judge.judge(job.testCase(), t.entries(), context))
            .filter(j -> j.verdict() == Verdict.FAIL)
            .count();
    Judgement counted =
        again.isEmpty()
            ? first
            : Judgement.fail(
                    Failure.EARLY,
                    first.reason() + " (" + (failed + 1) + " of " + (again.size() + 1) + " tries)",
                    first.expected(),
                    first.actual())
                .with(first.columns());
    SkipReason skip = counted.verdict() == Verdict.SKIP ? skipReason(counted) : null;
    record(job, counted, transcript.elapsedMillis(), transcript.entries(), skip);
  }

  /** Judges of what came from a server say in the outcome why a case is skipped. */
  private static SkipReason skipReason(Judgement judgement) {
    return Arrays.stream(SkipReason.values())
        .filter(reason -> reason.word().equals(judgement.outcome()))
        .findFirst()
        .orElse(SkipReason.CAPABILITY);
  }

  /** A case that could not be judged. */
  void inconclusive(Job job, String reason) {
    record(job, Judgement.inconclusive(reason), 0, List.of(), null);
  }

  /** A case that needs what the adapter cannot show. */
  void skip(Case one, Map<String, String> variant, String capability) {
    if (capability.equals("cors")) {
      skip(
          new Job(one, variant),
          SkipReason.NOT_APPLICABLE,
          "CORS binds web pages; the adapter does not list cors.");
      return;
    }
    skip(
        new Job(one, variant),
        SkipReason.CAPABILITY,
        "The adapter does not list " + capability + ".");
  }

  /** A case that makes no sense for targets of the role. */
  void unfit(Job job, String reason) {
    skip(job, SkipReason.NOT_APPLICABLE, reason);
  }

  /** A slow case that nobody asked for. */
  void exclude(Case one) {
    skip(
        new Job(one, Map.of()),
        SkipReason.EXCLUDED,
        "It takes half a minute or more; --slow plays it.");
  }

  /** A case of which the way to the target shows nothing. */
  void hide(Case one, String reason) {
    skip(new Job(one, Map.of()), SkipReason.CAPABILITY, reason);
  }

  /** A job that builds on what did not hold. */
  void skip(Job job, String reason) {
    skip(job, SkipReason.PREREQUISITE, reason);
  }

  private void skip(Job job, SkipReason why, String reason) {
    var skipped = new Judgement(Verdict.SKIP, null, "", reason, null, null);
    record(job, skipped, 0, List.of(), why);
  }

  private synchronized void record(
      Job job,
      Judgement judgement,
      long millis,
      List<TranscriptEntry> transcript,
      @org.jspecify.annotations.Nullable SkipReason skip) {
    Case one = job.testCase();
    if (told.add(one.header().code())) {
      listener.about(AboutCase.of(one));
    }
    listener.judged(
        new CaseRecord(
            one.header().code(),
            one.header().id(),
            one.header().revision(),
            job.variant(),
            one.header().level(),
            judgement.verdict(),
            judgement.failure(),
            skip,
            skip == null ? judgement.outcome() : "",
            judgement.reason(),
            judgement.expected(),
            judgement.actual(),
            judgement.columns().application().orElse(null),
            judgement.columns().connection().orElse(null),
            millis,
            repeat(one),
            transcript));
  }

  private String repeat(Case one) {
    if (plug.repeat().isEmpty()) {
      return "";
    }
    String how = plug.options().isEmpty() ? "" : " " + ShellWords.join(plug.options());
    String base =
        plug.repeat() + how + " --only " + one.header().code() + " --seed " + options.seed();
    if (one instanceof PropertyCase && options.tries() != RunOptions.tries(plug.role())) {
      base += " --tries " + options.tries();
    }
    base += one.header().slow() ? " --slow" : "";
    return plug.command().isEmpty() ? base : base + " -- " + ShellWords.join(plug.command());
  }
}
