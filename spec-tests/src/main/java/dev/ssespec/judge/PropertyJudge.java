package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.Law;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Words;
import dev.ssespec.property.WrittenEvents;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges what a target made of generated streams. Nothing is looked up but the transcript: the
 * recorded bytes are interpreted anew, or the two recorded answers are compared.
 */
final class PropertyJudge {
  private final Law law;
  private final Context context;
  private final List<TranscriptEntry> transcript;
  private final AskedParses parses;

  private PropertyJudge(Law law, Context context, List<TranscriptEntry> transcript) {
    this.law = law;
    this.context = context;
    this.transcript = transcript;
    parses = new AskedParses(transcript);
  }

  static Judgement judge(PropertyCase testCase, List<TranscriptEntry> entries, Context context) {
    return new PropertyJudge(testCase.law(), context, entries).judge();
  }

  private Judgement judge() {
    List<ObjectNode> questions = parses.questions();
    if (!parses.complete()) {
      return told(parses.incomplete(), questions);
    }
    List<List<ObjectNode>> trials = trials(questions);
    Judgement mildest = Judgement.pass();
    for (int i = 0; i < trials.size(); i++) {
      Judgement judgement = judgeTrial(trials.get(i), i);
      if (judgement.verdict() == Verdict.FAIL || judgement.verdict() == Verdict.INCONCLUSIVE) {
        return told(judgement, trials.get(i));
      }
      mildest = judgement.verdict() == Verdict.PASS ? mildest : judgement;
    }
    return mildest;
  }

  private List<List<ObjectNode>> trials(List<ObjectNode> questions) {
    return switch (law) {
      case ANY_STREAM, ANY_BYTES, WRITTEN -> questions.stream().map(List::of).toList();
      case CHUNKING, COMMENT, UNKNOWN_FIELD ->
          java.util.stream.IntStream.range(0, questions.size() / 2)
              .mapToObj(i -> questions.subList(2 * i, 2 * i + 2))
              .toList();
      case ANY_CONNECTIONS, ANY_BYTES_OVER_CONNECTIONS, EMITTED, CONTAINED -> List.of();
    };
  }

  private Judgement judgeTrial(List<ObjectNode> trial, int number) {
    return switch (law) {
      case ANY_STREAM, ANY_BYTES ->
          judgeAnswer(trial.get(0), GeneratedOutcome.oracle(new SentStream(trial.get(0))));
      case WRITTEN ->
          judgeAnswer(trial.get(0), GeneratedOutcome.readBack(WrittenEvents.read(note(number))));
      case CHUNKING, COMMENT, UNKNOWN_FIELD -> judgePair(trial.get(0), trial.get(1));
      case ANY_CONNECTIONS, ANY_BYTES_OVER_CONNECTIONS, EMITTED, CONTAINED ->
          throw new IllegalStateException("No parser is judged by " + law);
    };
  }

  private Judgement judgePair(ObjectNode one, ObjectNode other) {
    ObjectNode answer = parses.answer(one);
    boolean threw = failed(answer);
    if (threw && failed(parses.answer(other))) {
      return Judgement.pass();
    }
    if (threw || !answer.path("op").asText().equals("parsed")) {
      return judgeAnswer(one, GeneratedOutcome.asBefore(parses.answer(other), ids(), false));
    }
    Expected expected = GeneratedOutcome.asBefore(answer, ids(), law == Law.CHUNKING);
    return because(
        law == Law.CHUNKING ? "Not the same in chunks: " : "Not the same with the line: ",
        judgeAnswer(other, expected),
        "");
  }

  private Judgement judgeAnswer(ObjectNode question, Expected expected) {
    ObjectNode answer = parses.answer(question);
    if (failed(answer)) {
      return Judgement.fail(
          Failure.CRASH,
          "The library threw: " + EventList.quote(answer.path("error").asText()),
          EventList.json(expected.events(), ids()),
          answer);
    }
    return answer.path("op").asText().equals("parsed")
        ? new ParsedAnswer(answer, context, Words.none()).against(List.of(expected))
        : AskedParses.strange(answer);
  }

  private static boolean failed(ObjectNode answer) {
    return answer.path("op").asText().equals("failed");
  }

  private boolean ids() {
    return context.shows("last-event-id");
  }

  private String note(int number) {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.NOTE)
        .skip(number)
        .map(TranscriptEntry::text)
        .findFirst()
        .orElse("");
  }

  /** The judgement with the streams that it is about, and how they were found. */
  private Judgement told(Judgement judgement, List<ObjectNode> trial) {
    String streams =
        trial.stream().map(q -> new SentStream(q).inWords()).collect(Collectors.joining("; then "));
    String found =
        transcript.stream()
            .filter(entry -> entry.kind() == Kind.NOTE && entry.text().startsWith("seed "))
            .map(entry -> " (" + entry.text() + ")")
            .collect(Collectors.joining());
    return because("", judgement, " Stream of " + streams + found);
  }

  private static Judgement because(String before, Judgement judgement, String behind) {
    return new Judgement(
        judgement.verdict(),
        judgement.failure(),
        judgement.outcome(),
        judgement.reason().isEmpty() ? "" : before + judgement.reason() + behind,
        judgement.expected(),
        judgement.actual());
  }
}
