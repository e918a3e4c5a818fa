package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The streams that a target was sent, in order, each with the answer to it. */
final class AskedParses {
  private final List<ObjectNode> questions = new ArrayList<>();
  private final Map<String, ObjectNode> answers = new HashMap<>();
  private final List<TranscriptEntry> transcript;

  AskedParses(List<TranscriptEntry> transcript) {
    this.transcript = transcript;
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.TOLD) {
        Json.parse(entry.text()).ifPresent(questions::add);
      } else if (entry.kind() == Kind.SAID) {
        Json.parse(entry.text()).ifPresent(m -> answers.putIfAbsent(m.path("id").asText(), m));
      }
    }
  }

  List<ObjectNode> questions() {
    return questions;
  }

  /** The answer; an empty object where none came. */
  ObjectNode answer(ObjectNode question) {
    return answers.getOrDefault(question.path("id").asText(), Json.object());
  }

  /** Whether every stream was answered. */
  boolean complete() {
    return questions.stream().allMatch(q -> answers.containsKey(q.path("id").asText()));
  }

  /** What it means that some were not. */
  Judgement incomplete() {
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.EXITED) {
        return Judge.gone(transcript);
      }
    }
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.NOISE) {
        return Judgement.inconclusive(
            "The answer never came; instead the adapter printed what is no answer: "
                + EventList.quote(entry.text()));
      }
    }
    return Judgement.fail(
        Failure.HANG, "The target took the stream and never answered.", null, null);
  }

  /** An answer that is neither {@code parsed} nor {@code failed}. */
  static Judgement strange(ObjectNode answer) {
    return Judgement.inconclusive(
        "The adapter answered something else than parsed or failed: "
            + EventList.quote(answer.toString()));
  }
}
