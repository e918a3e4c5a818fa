package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a stream in each chunking of the variant, and waits for every answer. */
final class ParserSession implements Session {
  private static final AtomicLong IDS = new AtomicLong();

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
    List<List<byte[]>> parses = ParserVariants.parses(testCase, job.variant(), stream);
    var transcript = new Transcript();
    var answers = new CountDownLatch(parses.size());
    List<String> ids = new ArrayList<>();
    for (List<byte[]> chunks : parses) {
      ids.add(ask(adapter, transcript, answers, chunks, testCase.end()));
    }
    await(answers, transcript);
    ids.forEach(adapter::leave);
    return transcript;
  }

  private static String ask(
      Adapter adapter,
      Transcript transcript,
      CountDownLatch answers,
      List<byte[]> chunks,
      boolean end) {
    String id = "p" + IDS.incrementAndGet();
    ObjectNode message = Json.message("parse").put("id", id);
    var list = message.putArray("chunks");
    chunks.forEach(chunk -> list.add(Base64.getEncoder().encodeToString(chunk)));
    message.put("eof", end);
    transcript.add(Kind.TOLD, message.toString());
    adapter.converse(id, heard -> write(heard, transcript, answers));
    adapter.tell(message);
    return id;
  }

  private static void write(Heard heard, Transcript transcript, CountDownLatch answers) {
    if (heard instanceof Heard.Said said) {
      transcript.add(Kind.SAID, said.message().toString());
      answers.countDown();
    } else if (heard instanceof Heard.Noise noise) {
      transcript.add(Kind.NOISE, noise.text());
    } else if (heard instanceof Heard.Gone gone) {
      if (!transcript.has(Kind.EXITED)) {
        transcript.add(Kind.EXITED, gone.how());
      }
      while (answers.getCount() > 0) {
        answers.countDown();
      }
    }
  }

  private void await(CountDownLatch answers, Transcript transcript) {
    try {
      if (!answers.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        transcript.add(
            Kind.DEADLINE,
            answers.getCount() + " answers were missing after " + timeout.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      transcript.add(Kind.DEADLINE, "the run was stopped");
    }
  }
}
