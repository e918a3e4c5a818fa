package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.prerequisite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.cases.EmissionOutcome;
import dev.ssespec.cases.Fate;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges what became of the values that a server was told to send. */
final class EmissionJudge {
  private final EmissionCase testCase;
  private final Words words;

  private EmissionJudge(EmissionCase testCase, Context context) {
    this.testCase = testCase;
    words = Words.of(context.seed(), testCase.header().code());
  }

  static Judgement judge(EmissionCase testCase, List<TranscriptEntry> transcript, Context context) {
    var arrival = EmissionArrival.of(new ToldSight(transcript));
    return arrival.trouble().isPresent()
        ? arrival.trouble().get()
        : new EmissionJudge(testCase, context).judge(arrival);
  }

  private Judgement judge(EmissionArrival arrival) {
    Optional<String> strange = arrival.strangeLine(Told.of(testCase.emissions(), arrival));
    if (strange.isPresent()) {
      return fail(arrival, Failure.EXTRA, strange.get());
    }
    for (EmissionOutcome outcome : testCase.outcomes()) {
      if (arrival.check(words).holds(outcome.fates())) {
        return as(outcome);
      }
    }
    return fail(arrival, kind(arrival), reason(arrival));
  }

  private static Judgement as(EmissionOutcome outcome) {
    String what =
        outcome.fates().stream().map(Fate::inWords).collect(Collectors.joining("; then "));
    return outcome.good()
        ? new Judgement(Verdict.PASS, null, outcome.name(), "", null, null)
        : Judgement.nonStrict(outcome.name(), "What was sent: " + what + ".");
  }

  private Failure kind(EmissionArrival arrival) {
    int wanted = events(testCase.outcomes().get(0));
    int came = arrival.meaning().events().size();
    if (arrival.refusedAny() || came == wanted) {
      return Failure.WRONG_RESULT;
    }
    return came < wanted ? Failure.MISSING : Failure.EXTRA;
  }

  private static int events(EmissionOutcome outcome) {
    return (int) outcome.fates().stream().filter(Fate.Arrives.class::isInstance).count();
  }

  private String reason(EmissionArrival arrival) {
    if (arrival.refusedAny() && events(testCase.outcomes().get(0)) > 0) {
      return "It refuses what a stream can carry: " + EventList.quote(arrival.refusal()) + ".";
    }
    if (arrival.ended()) {
      return "The stream ended behind what was sent (" + arrival.ending() + ").";
    }
    Interpretation meaning = arrival.meaning();
    String came =
        meaning.events().isEmpty()
            ? "no event"
            : meaning.events().stream()
                .limit(3)
                .map(EmissionJudge::inWords)
                .collect(Collectors.joining(", "));
    boolean hostile = testCase.outcomes().get(0).fates().contains(new Fate.Refused());
    return (hostile
            ? "What was sent is neither refused nor made harmless; what came is "
            : "Expected " + inWords(testCase.outcomes().get(0)) + ", but what came is ")
        + came
        + (meaning.events().size() > 3 ? ", … (" + meaning.events().size() + " events)" : "")
        + arrival.fieldsInWords()
        + ".";
  }

  private String inWords(EmissionOutcome outcome) {
    return outcome.fates().stream()
        .map(fate -> words.fill(fate.inWords()))
        .collect(Collectors.joining(", then "));
  }

  private static String inWords(Event event) {
    return "type " + EventList.quote(event.type()) + " with data " + EventList.quote(event.data());
  }

  private Judgement fail(EmissionArrival arrival, Failure failure, String reason) {
    return Judgement.fail(
        failure,
        reason,
        TextNode.valueOf(
            testCase.outcomes().stream()
                .map(outcome -> outcome.name() + ": " + inWords(outcome))
                .collect(Collectors.joining("\n"))),
        actual(arrival));
  }

  private static JsonNode actual(EmissionArrival arrival) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("events", EventList.json(arrival.meaning().events(), true));
    json.put("bytes", arrival.bytes());
    return json;
  }

  /** No stream was opened, or it got nothing: nothing can be said of any value. */
  static Judgement unopened(EndpointExchange exchange) {
    return exchange.opened()
        ? prerequisite("Not even a plain event arrived on the stream.")
        : prerequisite("The stream was not opened: the answer was " + exchange.inWords() + ".");
  }
}
