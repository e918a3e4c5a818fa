package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.List;

/** Judges a parser case: every chunking that was sent must have one of the acceptable outcomes. */
final class ParserJudge {
  private final ParserCase testCase;
  private final Context context;
  private final Words words;

  private ParserJudge(ParserCase testCase, Context context) {
    this.testCase = testCase;
    this.context = context;
    words = Words.of(context.seed(), testCase.header().code());
  }

  static Judgement judge(ParserCase testCase, List<TranscriptEntry> transcript, Context context) {
    return new ParserJudge(testCase, context).judge(transcript);
  }

  private Judgement judge(List<TranscriptEntry> transcript) {
    var parses = new AskedParses(transcript);
    return parses.complete() ? judgeAnswers(parses) : parses.incomplete();
  }

  private Judgement judgeAnswers(AskedParses parses) {
    int wrong = 0;
    Judgement worst = Judgement.pass();
    for (ObjectNode question : parses.questions()) {
      Judgement judgement = judgeOne(parses.answer(question), outcomes(question));
      switch (judgement.verdict()) {
        case FAIL, INCONCLUSIVE -> {
          wrong++;
          if (wrong == 1) {
            worst = parses.questions().size() == 1 ? judgement : at(judgement, question);
          }
        }
        case NON_STRICT, SKIP -> worst = wrong == 0 ? judgement : worst;
        case PASS, INFO -> {}
      }
    }
    return wrong == 0 ? worst : counted(worst, wrong, parses.questions().size());
  }

  /**
   * What may have come of a stream that was left open though the case ends it: the events whose
   * empty line is in. What these are the case says; how many, the literal interpreter.
   */
  private List<Expected> outcomes(ObjectNode question) {
    var sent = new SentStream(question);
    if (sent.end() || !testCase.end()) {
      return testCase.outcomes();
    }
    Expected whole = testCase.outcomes().get(0);
    int complete = LiteralInterpreter.interpret(sent.bytes()).events().size();
    return List.of(Expected.ofEvents(whole.name(), whole.events().subList(0, complete)));
  }

  /** Says where the stream was cut, or left open, when it first went wrong. */
  private Judgement at(Judgement judgement, ObjectNode question) {
    var sent = new SentStream(question);
    if (!sent.end()) {
      return judgement.because(
          judgement.reason() + " The stream stayed open behind byte " + sent.bytes().length);
    }
    var chunks = question.path("chunks");
    if (chunks.size() != 2) {
      return judgement;
    }
    int first = chunks.path(0).asText().length() / 4 * 3;
    String padded = chunks.path(0).asText();
    int bytes = first - (padded.endsWith("==") ? 2 : padded.endsWith("=") ? 1 : 0);
    return judgement.because(judgement.reason() + " The stream was cut after byte " + bytes);
  }

  private Judgement counted(Judgement judgement, int wrong, int asked) {
    if (asked == 1) {
      return judgement;
    }
    return judgement.because(
        judgement.reason() + " (" + wrong + " of " + asked + " ways to cut it).");
  }

  private Judgement judgeOne(ObjectNode answer, List<Expected> outcomes) {
    return switch (answer.path("op").asText()) {
      case "parsed" -> new ParsedAnswer(answer, context, words).against(outcomes);
      case "failed" ->
          Judgement.fail(
              Failure.CRASH,
              "The library threw: " + EventList.quote(answer.path("error").asText()),
              expected(outcomes.get(0)),
              answer);
      default -> AskedParses.strange(answer);
    };
  }

  private ObjectNode expected(Expected outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    boolean ids = context.shows("last-event-id");
    json.set("events", EventList.json(EventList.fill(outcome.events(), words, ids), ids));
    return json;
  }
}
