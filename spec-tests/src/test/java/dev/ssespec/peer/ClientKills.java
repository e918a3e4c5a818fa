package dev.ssespec.peer;

import dev.ssespec.cases.Case;
import dev.ssespec.report.CaseRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one fault was caught by.
 *
 * @param reasons by the code of each case that failed, the judge's sentence
 */
record ClientKills(ClientFault fault, Map<String, String> reasons) {

  private static final String SIZE = "client/size";

  /** Plays the cases that name the fault. */
  static ClientKills ofNamed(ClientFault fault, List<Case> cases) {
    List<Case> named = cases.stream().filter(one -> names(one, fault)).toList();
    return new ClientKills(
        fault, reasons(ClientPeerRun.badAsExpected(fault.word(), peer(fault), named)));
  }

  /**
   * Plays those that do not name the fault, none of which should find it. The cases about size are
   * left out where none of them names it, since they take as long as a third of all others; and
   * slow ones.
   */
  static ClientKills ofOthers(ClientFault fault, List<Case> cases) {
    boolean sizes = cases.stream().anyMatch(one -> names(one, fault) && isAboutSize(one));
    List<Case> others =
        cases.stream()
            .filter(one -> !names(one, fault))
            .filter(one -> sizes || !isAboutSize(one))
            .filter(one -> !one.header().slow())
            .toList();
    return new ClientKills(fault, reasons(ClientPeerRun.bad(fault.word(), peer(fault), others)));
  }

  private static PlainClient peer(ClientFault fault) {
    return new PlainClient(PlainManner.with(fault));
  }

  private static Map<String, String> reasons(List<CaseRecord> bad) {
    Map<String, String> reasons = new TreeMap<>();
    for (CaseRecord one : bad) {
      reasons.put(one.code(), one.reason());
    }
    return reasons;
  }

  private static boolean isAboutSize(Case one) {
    return one.header().group().equals(SIZE);
  }

  private static boolean names(Case one, ClientFault fault) {
    return one.header().catches().contains(fault.word());
  }
}
