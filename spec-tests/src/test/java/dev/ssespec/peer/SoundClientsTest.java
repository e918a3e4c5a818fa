package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.target.ClientTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundClientsTest {
  @Test
  void theReferenceClientFailsNoCase() {
    try (var client = new SoundClient()) {
      assertThat(bad("reference client", client)).isEmpty();
    }
  }

  @Test
  void thePlainClientWithoutAFaultFailsNoCase() {
    assertThat(bad("plain client", new PlainClient(PlainManner.sound()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOddballFailsNoCase(ClientOddball oddball) {
    assertThat(bad(oddball.name(), new PlainClient(PlainManner.with(oddball)))).isEmpty();
  }

  private static List<String> bad(String name, ClientTarget target) {
    return ClientPeerRun.bad(name, target, ClientPeerRun.quickCases()).stream()
        .map(one -> one.code() + " " + one.id() + ": " + one.reason())
        .toList();
  }
}
