package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A client with one fault fails no case that does not name the fault: whoever reads the report is
 * led to the fault, and not astray. Minutes, hence not in every build: {@code -Pkills}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientKillRuns {
  private static final int AT_A_TIME = 4;

  /**
   * Closes a source at once, whatever it is doing just then: with luck it finds other faults of
   * closing beside the one that it names.
   */
  private static final String BY_CHANCE = "C-115";

  private final List<Case> cases = ClientPeerRun.cases();
  private final Played<ClientFault, ClientKills> played =
      new Played<>(
          List.of(ClientFault.values()), AT_A_TIME, fault -> ClientKills.ofOthers(fault, cases));

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaughtByNoOtherCase(ClientFault fault) {
    ClientKills kills = played.of(fault);

    Set<String> caught = new TreeSet<>(kills.reasons().keySet());
    caught.remove(BY_CHANCE);
    assertThat(caught).as("cases that caught it, and why: " + kills.reasons()).isEmpty();
  }
}
