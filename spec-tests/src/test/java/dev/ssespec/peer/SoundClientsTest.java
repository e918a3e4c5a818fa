package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssespec.cases.Case;
import dev.ssespec.target.ClientTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundClientsTest {
  private static final int AT_A_TIME = 4;

  private final Played<ClientOddball, List<String>> odd =
      new Played<>(List.of(ClientOddball.values()), AT_A_TIME, SoundClientsTest::bad);

  @Test
  void theReferenceClientFailsNoCase() {
    try (var client = new SoundClient()) {
      assertThat(bad("reference client", client, ClientPeerRun.quickCases())).isEmpty();
    }
  }

  @Test
  void thePlainClientWithoutAFaultFailsNoCase() {
    var client = new PlainClient(PlainManner.sound());
    assertThat(bad("plain client", client, ClientPeerRun.quickCases())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOddballFailsNoCase(ClientOddball oddball) {
    assertThat(odd.of(oddball)).isEmpty();
  }

  /** But for those about size, which take long and find nothing odd about any of them. */
  private static List<String> bad(ClientOddball oddball) {
    List<Case> cases =
        ClientPeerRun.quickCases().stream()
            .filter(one -> !one.header().group().equals("client/size"))
            .toList();
    return bad(oddball.name(), new PlainClient(PlainManner.with(oddball)), cases);
  }

  private static List<String> bad(String name, ClientTarget target, List<Case> cases) {
    return ClientPeerRun.bad(name, target, cases).stream()
        .map(one -> one.code() + " " + one.id() + ": " + one.reason())
        .toList();
  }
}
