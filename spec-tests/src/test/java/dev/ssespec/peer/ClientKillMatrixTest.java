package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.report.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  private final Map<ClientFault, Future<ClientKills>> matrix = new EnumMap<>(ClientFault.class);

  @BeforeAll
  void playsEverything() {
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    for (ClientFault fault : ClientFault.values()) {
      matrix.put(fault, pool.submit(() -> ClientKills.ofNamed(fault, cases)));
    }
    pool.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultIsCaughtByTheCasesThatNameIt(ClientFault fault) throws Exception {
    Set<String> named =
        cases.stream()
            .filter(one -> one.header().catches().contains(fault.word()))
            .map(one -> one.header().code())
            .collect(Collectors.toCollection(TreeSet::new));

    ClientKills kills = kills(fault);

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
  void writesTheMatrix() throws Exception {
    List<ClientKills> all =
        Arrays.stream(ClientFault.values()).map(ClientKillMatrixTest.this::done).toList();
    ClientKillMatrix.write(Path.of("target/client-kill-matrix.md"), cases, all);
  }

  private ClientKills done(ClientFault fault) {
    try {
      return kills(fault);
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(fault.word(), e);
    }
  }

  private ClientKills kills(ClientFault fault) throws ExecutionException, InterruptedException {
    Future<ClientKills> future = matrix.get(fault);
    if (future == null) {
      throw new IllegalStateException(fault + " was not played");
    }
    return future.get();
  }
}
