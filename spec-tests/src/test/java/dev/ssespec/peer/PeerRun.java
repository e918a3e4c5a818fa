package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.target.JvmParserLink;
import dev.ssespec.target.ParserTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays cases against a parser in this JVM with the real runner and the real judges. */
final class PeerRun {
  static final long SEED = 7;

  private PeerRun() {}

  /** Every record of the run. */
  static List<CaseRecord> records(
      List<? extends Case> cases, TargetInfo info, ParserTarget target) {
    List<CaseRecord> records = new ArrayList<>();
    var plug = new Plug(Role.PARSER, JvmParserLink.of(info, target), "", List.of());
    try (var runner = new Runner(plug, new RunOptions(SEED, 2, Duration.ofSeconds(60)))) {
      runner.run(
          List.copyOf(cases),
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              records.add(judged);
            }
          });
    }
    return records;
  }

  /** The records that are bad: a failure, or what could not be judged. */
  static List<CaseRecord> bad(List<? extends Case> cases, TargetInfo info, ParserTarget target) {
    return records(cases, info, target).stream()
        .filter(r -> r.verdict() == Verdict.FAIL || r.verdict() == Verdict.INCONCLUSIVE)
        .toList();
  }
}
