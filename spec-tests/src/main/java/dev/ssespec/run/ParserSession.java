package dev.ssespec.run;

import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.target.Adapter;
import java.time.Duration;
import java.util.List;

/** Sends a stream in each chunking of the variant, and waits for every answer. */
final class ParserSession implements Session {
  private final long seed;
  private final Duration timeout;

  ParserSession(long seed, Duration timeout) {
    this.seed = seed;
    this.timeout = timeout;
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var testCase = (ParserCase) job.testCase();
    byte[] stream = Words.of(seed, testCase.header().code()).fill(testCase.stream().toArray());
    var talk = new ParseTalk(adapter);
    for (List<byte[]> chunks : ParserVariants.parses(testCase, job.variant(), stream)) {
      talk.ask(chunks, testCase.end());
    }
    return talk.await(timeout);
  }
}
