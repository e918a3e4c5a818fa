package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One {@code parsed} answer, compared with the acceptable outcomes in as far as it shows them. */
final class ParsedAnswer {
  private final Context context;
  private final Words words;
  private final boolean ids;
  private final List<Event> events;
  private final JsonNode retry;
  private final List<String> comments = new ArrayList<>();
  private final boolean finalIdShown;
  private final String lastEventId;

  ParsedAnswer(ObjectNode answer, Context context, Words words) {
    this.context = context;
    this.words = words;
    ids = context.shows("last-event-id");
    events = EventList.read(answer.path("events"), ids);
    retry = answer.path("retry");
    answer.path("comments").forEach(comment -> comments.add(comment.asText()));
    finalIdShown = answer.has("lastEventId");
    lastEventId = answer.path("lastEventId").asText("");
  }

  /**
   * Compares. A library that tells ids with its events alone cannot show the last event ID string
   * at the end; where a case wants to see it, and all else is right, nothing is shown.
   */
  Judgement against(List<Expected> outcomes) {
    Judgement judgement = compare(outcomes);
    boolean wanted = outcomes.get(0).lastEventId().isPresent();
    return wanted && ids && !finalIdShown && judgement.verdict() == Verdict.PASS
        ? Judgement.notShown("The adapter does not show the last event ID string at the end.")
        : judgement;
  }

  private Judgement compare(List<Expected> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      Expected outcome = outcomes.get(i);
      if (difference(outcome).isEmpty()) {
        return i == 0
            ? Judgement.pass()
            : Judgement.nonStrict(
                outcome.name(), "It went the other allowed way: " + outcome.name());
      }
    }
    Expected canonical = outcomes.get(0);
    EventList.Difference first =
        difference(canonical).orElseThrow(() -> new IllegalStateException("found no difference"));
    return Judgement.fail(
        first.kind(), first.sentence(), expectedJson(canonical), actualJson(canonical));
  }

  private Optional<EventList.Difference> difference(Expected outcome) {
    return EventList.compare(EventList.fill(outcome.events(), words, ids), events)
        .or(() -> outcome.retry().flatMap(this::retryDifference))
        .or(() -> outcome.comments().flatMap(this::commentDifference))
        .or(() -> outcome.lastEventId().flatMap(this::idDifference));
  }

  private Optional<EventList.Difference> retryDifference(Expected.Retry expected) {
    if (!context.shows("retry")) {
      return Optional.empty();
    }
    OptionalLong atLeast = expected.atLeast();
    boolean right =
        atLeast.isEmpty()
            ? !retry.isNumber()
            : retry.isNumber()
                && retry.asDouble() >= atLeast.getAsLong()
                && (expected.atMost() == Long.MAX_VALUE || retry.asDouble() <= expected.atMost());
    return right
        ? Optional.empty()
        : Optional.of(
            new EventList.Difference(
                Failure.WRONG_RESULT,
                "The reconnection time expected "
                    + inWords(expected)
                    + " but was "
                    + (retry.isNumber() ? retry.asText() + " ms" : "never set")
                    + "."));
  }

  private static String inWords(Expected.Retry expected) {
    OptionalLong atLeast = expected.atLeast();
    if (atLeast.isEmpty()) {
      return "never to be set";
    }
    return (expected.atMost() == atLeast.getAsLong() ? "" : "at least ")
        + atLeast.getAsLong()
        + " ms";
  }

  private Optional<EventList.Difference> commentDifference(List<String> expected) {
    if (!context.shows("comments")) {
      return Optional.empty();
    }
    return CommentList.difference(expected.stream().map(words::fill).toList(), comments);
  }

  private Optional<EventList.Difference> idDifference(String expected) {
    String filled = words.fill(expected);
    return !ids || !finalIdShown || filled.equals(lastEventId)
        ? Optional.empty()
        : Optional.of(
            new EventList.Difference(
                Failure.WRONG_RESULT,
                "The last event ID string at the end expected "
                    + EventList.quote(filled)
                    + " but was "
                    + EventList.quote(lastEventId)
                    + "."));
  }

  private JsonNode expectedJson(Expected outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("events", EventList.json(EventList.fill(outcome.events(), words, ids), ids));
    outcome.retry().ifPresent(time -> json.put("retry", inWords(time)));
    outcome
        .comments()
        .ifPresent(all -> all.stream().map(words::fill).forEach(json.putArray("comments")::add));
    outcome.lastEventId().ifPresent(id -> json.put("lastEventId", words.fill(id)));
    return json;
  }

  private JsonNode actualJson(Expected outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("events", EventList.json(events, ids));
    outcome.retry().ifPresent(time -> json.set("retry", retry));
    outcome.comments().ifPresent(all -> comments.forEach(json.putArray("comments")::add));
    outcome.lastEventId().ifPresent(id -> json.put("lastEventId", lastEventId));
    return json;
  }
}
