package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a parser case: every chunking that was sent must have one of the acceptable outcomes. */
final class ParserJudge {
  private final ParserCase testCase;
  private final Context context;
  private final Words words;
  private final Map<String, ObjectNode> asked = new LinkedHashMap<>();
  private final Map<String, ObjectNode> answered = new HashMap<>();

  private ParserJudge(ParserCase testCase, Context context) {
    this.testCase = testCase;
    this.context = context;
    words = Words.of(context.seed(), testCase.header().code());
  }

  static Judgement judge(ParserCase testCase, List<TranscriptEntry> transcript, Context context) {
    return new ParserJudge(testCase, context).judge(transcript);
  }

  private Judgement judge(List<TranscriptEntry> transcript) {
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.TOLD) {
        Json.parse(entry.text()).ifPresent(m -> asked.put(m.path("id").asText(), m));
      } else if (entry.kind() == Kind.SAID) {
        Json.parse(entry.text()).ifPresent(m -> answered.putIfAbsent(m.path("id").asText(), m));
      }
    }
    if (!answered.keySet().containsAll(asked.keySet())) {
      return unanswered(transcript);
    }
    return judgeAnswers();
  }

  private static Judgement unanswered(List<TranscriptEntry> transcript) {
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

  private Judgement judgeAnswers() {
    int wrong = 0;
    Judgement worst = Judgement.pass();
    for (Map.Entry<String, ObjectNode> one : asked.entrySet()) {
      Judgement judgement = judgeOne(answered.getOrDefault(one.getKey(), Json.object()));
      switch (judgement.verdict()) {
        case FAIL, INCONCLUSIVE -> {
          wrong++;
          if (wrong == 1) {
            worst = at(judgement, one.getValue());
          }
        }
        case NON_STRICT -> worst = wrong == 0 ? judgement : worst;
        case PASS, INFO, SKIP -> {}
      }
    }
    return wrong == 0 ? worst : counted(worst, wrong);
  }

  /** Says where the stream was cut when it first went wrong. */
  private Judgement at(Judgement judgement, ObjectNode question) {
    var chunks = question.path("chunks");
    if (chunks.size() != 2 || asked.size() == 1) {
      return judgement;
    }
    int first = chunks.path(0).asText().length() / 4 * 3;
    String padded = chunks.path(0).asText();
    int bytes = first - (padded.endsWith("==") ? 2 : padded.endsWith("=") ? 1 : 0);
    return withReason(judgement, judgement.reason() + " The stream was cut after byte " + bytes);
  }

  private Judgement counted(Judgement judgement, int wrong) {
    if (asked.size() == 1) {
      return judgement;
    }
    return withReason(
        judgement, judgement.reason() + " (" + wrong + " of " + asked.size() + " ways to cut it).");
  }

  private static Judgement withReason(Judgement judgement, String reason) {
    return new Judgement(
        judgement.verdict(),
        judgement.failure(),
        judgement.outcome(),
        reason,
        judgement.expected(),
        judgement.actual());
  }

  private Judgement judgeOne(ObjectNode answer) {
    return switch (answer.path("op").asText()) {
      case "parsed" -> new ParsedAnswer(answer, context, words).against(testCase.outcomes());
      case "failed" ->
          Judgement.fail(
              Failure.CRASH,
              "The library threw: " + EventList.quote(answer.path("error").asText()),
              expected(testCase.outcomes().get(0)),
              answer);
      default ->
          Judgement.inconclusive(
              "The adapter answered something else than parsed or failed: "
                  + EventList.quote(answer.toString()));
    };
  }

  private ObjectNode expected(Expected outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    boolean ids = context.shows("last-event-id");
    json.set("events", EventList.json(EventList.fill(outcome.events(), words, ids), ids));
    return json;
  }
}
