package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Streams that were sent to one target and are waited for together, with the transcript of it. For
 * use by one thread.
 */
final class ParseTalk {
  private static final AtomicLong IDS = new AtomicLong();
  private static final int GONE = Integer.MAX_VALUE / 2;

  private final Adapter adapter;
  private final Transcript transcript = new Transcript();
  private final Semaphore answers = new Semaphore(0);
  private final List<String> ids = new ArrayList<>();

  ParseTalk(Adapter adapter) {
    this.adapter = adapter;
  }

  /** Writes a remark down. */
  void note(String text) {
    transcript.add(Kind.NOTE, text);
  }

  /** Sends a stream. */
  void ask(List<byte[]> chunks, boolean end) {
    String id = "p" + IDS.incrementAndGet();
    ObjectNode message = Json.message("parse").put("id", id);
    var list = message.putArray("chunks");
    chunks.forEach(chunk -> list.add(Base64.getEncoder().encodeToString(chunk)));
    message.put("eof", end);
    transcript.add(Kind.TOLD, message.toString());
    ids.add(id);
    adapter.converse(id, this::write);
    adapter.tell(message);
  }

  private void write(Heard heard) {
    if (heard instanceof Heard.Said said) {
      transcript.add(Kind.SAID, said.message().toString());
      answers.release();
    } else if (heard instanceof Heard.Noise noise) {
      transcript.add(Kind.NOISE, noise.text());
    } else if (heard instanceof Heard.Gone gone && !transcript.has(Kind.EXITED)) {
      transcript.add(Kind.EXITED, gone.how());
      answers.release(GONE);
    }
  }

  /** Waits for every answer, and hears no more. */
  Transcript await(Duration timeout) {
    try {
      if (!answers.tryAcquire(ids.size(), timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        transcript.add(
            Kind.DEADLINE,
            (ids.size() - answers.availablePermits())
                + " answers were missing after "
                + timeout.toSeconds()
                + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      transcript.add(Kind.DEADLINE, "the run was stopped");
    }
    return leave();
  }

  /** Hears no more. */
  Transcript leave() {
    ids.forEach(adapter::leave);
    return transcript;
  }
}
