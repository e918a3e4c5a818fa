package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.report.CaseRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What one fault was caught by.
 *
 * @param reasons by the code of each case that failed, the judge's sentence
 */
record ClientKills(ClientFault fault, Map<String, String> reasons) {

  private static final String SIZE = "client/size";

  /**
   * Plays those that name the fault, and beside them all others. The cases about size are left out
   * for faults that none of them names, since they take as long as a third of all others; and slow
   * ones that do not name it.
   */
  static ClientKills of(ClientFault fault, List<Case> cases) {
    var client = new PlainClient(PlainManner.with(fault));
    List<Case> named = cases.stream().filter(one -> names(one, fault)).toList();
    boolean sizes = named.stream().anyMatch(ClientKills::isAboutSize);
    List<Case> others =
        cases.stream()
            .filter(one -> !names(one, fault))
            .filter(one -> sizes || !isAboutSize(one))
            .filter(one -> !one.header().slow())
            .toList();
    var asExpected =
        CompletableFuture.supplyAsync(
            () -> ClientPeerRun.badAsExpected(fault.word(), client, named),
            task -> new Thread(task, "kills").start());
    Map<String, String> reasons = new TreeMap<>();
    for (CaseRecord bad : ClientPeerRun.bad(fault.word(), client, others)) {
      reasons.put(bad.code(), bad.reason());
    }
    for (CaseRecord bad : asExpected.join()) {
      reasons.put(bad.code(), bad.reason());
    }
    return new ClientKills(fault, reasons);
  }

  private static boolean isAboutSize(Case one) {
    return one.header().group().equals(SIZE);
  }

  private static boolean names(Case one, ClientFault fault) {
    return one.header().catches().contains(fault.word());
  }
}
