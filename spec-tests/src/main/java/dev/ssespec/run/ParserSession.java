package dev.ssespec.run;

import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.property.Feed;
import dev.ssespec.target.Adapter;
import java.time.Duration;

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
    for (Feed feed : ParserVariants.parses(testCase, job.variant(), stream)) {
      talk.ask(feed.chunks(), feed.end());
    }
    return talk.await(timeout);
  }
}
