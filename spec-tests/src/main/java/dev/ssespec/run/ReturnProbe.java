package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.OpenOptions;
import dev.ssespec.cases.Until;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import java.util.List;
import java.util.Set;

/**
 * Whether a client comes back when the plainest stream has ended. The cases about reconnection say
 * so where it does not; what builds on it is then left out, or its own matter would be lost in one
 * and the same deviation.
 */
final class ReturnProbe {
  private final ClientSession client;
  private final Targets targets;
  private final Set<String> capabilities;
  private boolean asked;
  private boolean comesBack;

  ReturnProbe(ClientSession client, Targets targets, Set<String> capabilities) {
    this.client = client;
    this.targets = targets;
    this.capabilities = capabilities;
  }

  /** Asks the target at the first call. */
  synchronized boolean comesBack() {
    if (!asked) {
      asked = true;
      comesBack = capabilities.contains("reconnect") && ask();
    }
    return comesBack;
  }

  private boolean ask() {
    Program program =
        Program.of(
            Script.eventStream().body("retry: 1\ndata: one\n\n").end(),
            Script.eventStream().body("data: two\n\n").hold());
    var play =
        new ClientPlay(
            program,
            OpenOptions.none(),
            List.of(),
            Until.any(new Until.Requests(2), new Until.GaveUp()),
            false,
            0);
    Transcript transcript = client.play(play, Words.none(), "", targets.get());
    return transcript.has(e -> e.kind() == Kind.REQUEST && e.request() == 2);
  }
}
