package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.target.ClientTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The slow cases against both sound clients. Takes minutes; runs in the profile {@code steady}. */
class SlowClientRuns {
  @Test
  void theReferenceClientFailsNoSlowCase() {
    try (var client = new SoundClient()) {
      assertThat(bad("reference client", client)).isEmpty();
    }
  }

  @Test
  void thePlainClientFailsNoSlowCase() {
    assertThat(bad("plain client", new PlainClient(PlainManner.sound()))).isEmpty();
  }

  private static List<String> bad(String name, ClientTarget target) {
    List<Case> slow = ClientPeerRun.cases().stream().filter(one -> one.header().slow()).toList();
    return ClientPeerRun.bad(name, target, slow).stream()
        .map(one -> one.code() + " " + one.id() + ": " + one.reason())
        .toList();
  }
}
