package dev.ssespec.cli;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.ExitCode;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Secrets;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Visible;
import dev.ssespec.run.EndpointOptions;
import dev.ssespec.run.EndpointRun;
import dev.ssespec.run.EndpointSummary;
import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.List;

/** A run against an endpoint of which no more than the URL is known. */
final class WatchedEndpoint {
  private static final int LONGEST = 300;

  private final EndpointOptions options;
  private final RunFlags flags;
  private final TargetInfo target;

  WatchedEndpoint(EndpointOptions options, RunFlags flags) {
    this(options, flags, TargetInfo.named(options.uri().toString()));
  }

  WatchedEndpoint(EndpointOptions options, RunFlags flags, TargetInfo target) {
    this.options = options;
    this.flags = flags;
    this.target = target;
  }

  ExitCode run() {
    List<EndpointCase> cases =
        Selection.of(Role.SERVER_URL, flags).stream().map(EndpointCase.class::cast).toList();
    var run = new EndpointRun(options, cases);
    if (!flags.quiet()) {
      System.out.println(
          "Watching "
              + options.uri()
              + " for "
              + options.watch().toSeconds()
              + " s, with at most "
              + run.plan().requests()
              + " requests"
              + pulls()
              + ".");
    }
    return new TestRun(flags, System.out).run(listener -> play(run, listener));
  }

  /** The plain words come first; what they quote came from outside. */
  private static void summarize(EndpointRun run) {
    List<CaseRecord> records = new ArrayList<>();
    run.judge(
        new RunListener() {
          @Override
          public void judged(CaseRecord record) {
            records.add(Secrets.masked(record.withTranscript(List.of())));
          }
        });
    for (String sentence : EndpointSummary.of(records)) {
      System.out.println("  " + Visible.line(sentence, LONGEST));
    }
  }

  private String pulls() {
    return options.trigger().isEmpty()
        ? ""
        : ", and the trigger pulled at most "
            + EndpointRun.MOST_PULLS
            + " times: "
            + options.trigger().get().inWords();
  }

  private boolean play(EndpointRun run, RunListener listener) {
    listener.began(
        RunHeaders.of(Role.SERVER_URL, target, flags, run.words(), List.of()), run.planned());
    try {
      String unreachable = run.play();
      if (!unreachable.isEmpty()) {
        throw new Link.StartException(unreachable);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.ended(false);
      return false;
    }
    if (!flags.quiet()) {
      summarize(run);
    }
    run.judge(listener);
    listener.ended(true);
    return true;
  }
}
