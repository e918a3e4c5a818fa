package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.target.JvmServerLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays cases against a told server in this JVM with the real runner and the real judges. */
final class ToldPeerRun {
  private ToldPeerRun() {}

  /** Every record of the run. */
  static List<CaseRecord> records(
      ToldTraits traits, List<Case> cases, Duration timeout, int tries) {
    List<CaseRecord> records = new ArrayList<>();
    var plug =
        new Plug(
            Role.SERVER,
            JvmServerLink.of(PlainToldServer.info("peer"), new PlainToldServer(traits)),
            "",
            List.of());
    try (var runner = new Runner(plug, new RunOptions(7, 2, timeout, tries))) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              records.add(judged);
            }
          });
    }
    return records;
  }

  /** Code to verdict and reason of every case that came out so. */
  static Map<String, String> findings(List<CaseRecord> records, Verdict... verdicts) {
    Map<String, String> findings = new TreeMap<>();
    for (CaseRecord record : records) {
      if (List.of(verdicts).contains(record.verdict())) {
        findings.put(
            record.code(),
            record.verdict().word() + " " + record.outcome() + ": " + record.reason());
      }
    }
    return findings;
  }
}
