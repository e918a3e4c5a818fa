package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.ConductCase;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Level;
import dev.ssespec.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one fault was caught by.
 *
 * @param reasons by the code of each case that failed, the judge's sentence
 */
record ToldKills(ToldFault fault, Map<String, String> reasons) {
  /** What takes long, or moves much, is only played where the fault is named by it. */
  private static final Set<String> HEAVY =
      Set.of("S-153", "S-224", "S-231", "S-232", "S-233", "S-234", "S-235", "S-243");

  /** Longer than any sound answer takes on a busy machine; what hangs costs it twice. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  static ToldKills of(ToldFault fault, List<Case> cases) {
    boolean conducts = fault.compareTo(ToldFault.HEAD_WITH_EVENT) >= 0;
    List<Case> played =
        cases.stream()
            .filter(
                one ->
                    names(one, fault)
                        || ((one instanceof EmissionCase
                                || (conducts && one instanceof ConductCase))
                            && !HEAVY.contains(one.header().code())))
            .toList();
    Map<String, String> reasons = new TreeMap<>();
    for (CaseRecord record : ToldPeerRun.records(ToldTraits.faulty(fault), played, TIMEOUT, 1)) {
      if (isBad(record)) {
        reasons.put(record.code(), record.reason());
      }
    }
    return new ToldKills(fault, reasons);
  }

  /** Advice that is not followed counts too. */
  static boolean isBad(CaseRecord record) {
    return record.verdict() == Verdict.FAIL
        || record.verdict() == Verdict.INCONCLUSIVE
        || (record.verdict() == Verdict.NON_STRICT && record.level() == Level.PRACTICE);
  }

  private static boolean names(Case one, ToldFault fault) {
    return one.header().catches().contains(fault.word());
  }
}
