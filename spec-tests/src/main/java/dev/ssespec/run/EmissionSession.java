package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Emission;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.cases.Words;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;

/** Plays an emission case: some values, on a connection of their own. */
final class EmissionSession implements Session {
  private final RunOptions options;
  private final ToldServers servers;

  EmissionSession(RunOptions options, ToldServers servers) {
    this.options = options;
    this.servers = servers;
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var testCase = (EmissionCase) job.testCase();
    Words words = Words.of(options.seed(), testCase.header().code());
    List<ObjectNode> values =
        testCase.emissions().stream().map(one -> EmissionJson.of(one, words)).toList();
    long characters = testCase.emissions().stream().mapToLong(Emission::characters).sum();
    var transcript = new Transcript();
    ToldServer server = servers.borrow(adapter, transcript);
    // A value of some size may take a library a while.
    Duration timeout = options.timeout().multipliedBy(characters > 1 << 20 ? 3 : 1);
    var talk = new EmissionTalk(server, transcript, timeout);
    talk.play(values, ToldWire.USUAL + 4 * characters);
    servers.giveBack(server, talk.clean());
    return transcript;
  }
}
