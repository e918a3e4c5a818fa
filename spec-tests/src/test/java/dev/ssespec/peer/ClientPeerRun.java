package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.PropertyCase;
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
  static final long SEED = 11;

  /** Longer than any case needs on a busy machine; only what never comes is waited for so long. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  /** What is expected to fail is often waited for in vain. */
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  private ClientPeerRun() {}

  /** All client cases that were written by hand. */
  static List<Case> cases() {
    return Catalogue.whole().of(Role.CLIENT).stream().filter(ClientCase.class::isInstance).toList();
  }

  /** The parser's cases, to be replayed over HTTP. */
  static List<Case> replays() {
    return Catalogue.whole().playedTo(Role.CLIENT).stream()
        .filter(ParserCase.class::isInstance)
        .toList();
  }

  /** The cases on generated streams. */
  static List<Case> properties() {
    return Catalogue.whole().of(Role.CLIENT).stream()
        .filter(PropertyCase.class::isInstance)
        .toList();
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
    // The reference client is no web page: it has no origin of its own.
    TargetInfo info = target instanceof SoundClient ? SoundClient.INFO : PlainClient.info(name);
    return records(info, target, cases, cases.size(), timeout).stream()
        .filter(one -> one.verdict() == Verdict.FAIL || one.verdict() == Verdict.INCONCLUSIVE)
        .toList();
  }

  /** Every record of a run in which what never comes is soon given up. */
  static List<CaseRecord> records(TargetInfo info, ClientTarget target, List<Case> cases) {
    return records(info, target, cases, 64, IMPATIENT);
  }

  /** Every record of a run in which nothing is given up. */
  static List<CaseRecord> patientRecords(TargetInfo info, ClientTarget target, List<Case> cases) {
    return records(info, target, cases, 64, PATIENT);
  }

  private static List<CaseRecord> records(
      TargetInfo info, ClientTarget target, List<Case> cases, int parallel, Duration timeout) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<CaseRecord> records = new ArrayList<>();
    var plug = new Plug(Role.CLIENT, JvmClientLink.of(info, target), "", List.of());
    var options = new RunOptions(SEED, parallel, timeout, RunOptions.CLIENT_TRIES).withSlow();
    try (var runner = new Runner(plug, options)) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public synchronized void judged(CaseRecord judged) {
              records.add(judged);
            }
          });
    }
    return records;
  }
}
