package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.JvmClientLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays client cases against a client in this JVM with the real runner and the real judges. */
final class ClientPeerRun {
  private static final long SEED = 11;

  /** Longer than any case needs on a busy machine; only what never comes is waited for so long. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  /** What is expected to fail is often waited for in vain. */
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  private ClientPeerRun() {}

  /** All client cases. */
  static List<Case> cases() {
    return Catalogue.whole().of(Role.CLIENT);
  }

  /** Those that are played without being asked for. */
  static List<Case> quickCases() {
    return cases().stream().filter(one -> !one.header().slow()).toList();
  }

  /** The bad records of a client that is expected to pass these cases. */
  static List<CaseRecord> bad(String name, ClientTarget target, List<Case> cases) {
    return bad(name, target, cases, PATIENT);
  }

  /** The bad records of a client that is expected to fail these cases. */
  static List<CaseRecord> badAsExpected(String name, ClientTarget target, List<Case> cases) {
    return bad(name, target, cases, IMPATIENT);
  }

  private static List<CaseRecord> bad(
      String name, ClientTarget target, List<Case> cases, Duration timeout) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<CaseRecord> bad = new ArrayList<>();
    // The reference client is no web page: it has no origin of its own.
    TargetInfo info = target instanceof SoundClient ? SoundClient.INFO : PlainClient.info(name);
    var plug = new Plug(Role.CLIENT, JvmClientLink.of(info, target), "", List.of());
    try (var runner = new Runner(plug, new RunOptions(SEED, cases.size(), timeout).withSlow())) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public synchronized void judged(CaseRecord judged) {
              if (judged.verdict() == Verdict.FAIL || judged.verdict() == Verdict.INCONCLUSIVE) {
                bad.add(judged);
              }
            }
          });
    }
    return bad;
  }
}
