package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.report.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The client catalogue, tested with clients that have one fault each: the cases that name the fault
 * must fail. That no others do takes minutes, and is asked by {@link ClientKillRuns}. Several
 * faults are played at a time, since most of the time is waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientKillMatrixTest {
  private static final int AT_A_TIME = 16;

  private final List<Case> cases = ClientPeerRun.cases();
  private final Played<ClientFault, ClientKills> matrix =
      new Played<>(
          List.of(ClientFault.values()), AT_A_TIME, fault -> ClientKills.ofNamed(fault, cases));

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaughtByTheCasesThatNameIt(ClientFault fault) {
    Set<String> named =
        cases.stream()
            .filter(one -> one.header().catches().contains(fault.word()))
            .map(one -> one.header().code())
            .collect(Collectors.toCollection(TreeSet::new));

    ClientKills kills = matrix.of(fault);

    assertThat(named).as("cases that name it").isNotEmpty();
    assertThat(kills.reasons().keySet())
        .as("cases that caught it, and why: " + kills.reasons())
        .isEqualTo(named);
  }

  @Test
  void everyNamedFaultExists() {
    Set<String> known =
        Arrays.stream(ClientFault.values()).map(ClientFault::word).collect(Collectors.toSet());

    assertThat(cases).allSatisfy(one -> assertThat(known).containsAll(one.header().catches()));
  }

  /** Where the standard lets every outcome that a client can have pass, nothing can be caught. */
  @Test
  void everyMandatoryCaseCatchesAFault() {
    List<String> idle =
        cases.stream()
            .filter(one -> one.header().level() == Level.MUST)
            .filter(one -> one.header().catches().isEmpty())
            .map(one -> one.header().id())
            .toList();

    assertThat(idle).containsExactly("client/last-event-id/on-events-after-reconnect");
  }

  @AfterAll
  void writesTheMatrix() throws IOException {
    List<ClientKills> all = Arrays.stream(ClientFault.values()).map(matrix::of).toList();
    ClientKillMatrix.write(Path.of("target/client-kill-matrix.md"), cases, all);
  }
}
