package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Expected;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.parser.OutgoingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Outcomes that nobody wrote by hand. */
final class GeneratedOutcome {
  /** A parser may take a shorter time for a minute at most, as the one that it can wait for. */
  private static final long SHORT = 1000;

  private static final long MINUTE = 60_000;

  /** A parser may take any longer time for this. */
  private static final long HOUR = 3_600_000;

  private GeneratedOutcome() {}

  /** What the literal interpreter makes of a stream; of an open one the events alone. */
  static Expected oracle(SentStream stream) {
    Interpretation meaning = LiteralInterpreter.interpret(stream.bytes());
    return stream.end()
        ? outcome(
            meaning.events(),
            meaning.reconnectionTime(),
            Optional.of(meaning.comments()),
            meaning.lastEventId())
        : new Expected(
            "canonical", meaning.events(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What comes back of events that were written. */
  static Expected readBack(List<OutgoingEvent> written) {
    List<Event> events = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    OptionalLong retry = OptionalLong.empty();
    String id = "";
    for (OutgoingEvent one : written) {
      id = one.id().orElse(id);
      retry = one.retry().isPresent() ? one.retry() : retry;
      one.comment().ifPresent(comments::add);
      if (one.data().isPresent()) {
        String data = one.data().get().replace("\r\n", "\n").replace('\r', '\n');
        events.add(new Event(one.type().orElse("message"), data, id));
      }
    }
    return outcome(events, retry, Optional.of(comments), id);
  }

  /** What the target itself said of the same stream. */
  static Expected asBefore(ObjectNode answer, boolean ids, boolean withComments) {
    List<String> comments = new ArrayList<>();
    answer.path("comments").forEach(comment -> comments.add(comment.asText()));
    JsonNode time = answer.path("retry");
    return new Expected(
        "canonical",
        EventList.read(answer.path("events"), ids),
        Optional.of(
            time.isNumber() ? Expected.Retry.exactly(time.asLong()) : Expected.Retry.none()),
        withComments ? Optional.of(comments) : Optional.empty(),
        Optional.of(answer.path("lastEventId").asText("")));
  }

  private static Expected outcome(
      List<Event> events, OptionalLong retry, Optional<List<String>> comments, String lastEventId) {
    return new Expected(
        "canonical", events, Optional.of(time(retry)), comments, Optional.of(lastEventId));
  }

  private static Expected.Retry time(OptionalLong time) {
    if (time.isEmpty()) {
      return Expected.Retry.none();
    }
    long millis = time.getAsLong();
    if (millis < SHORT) {
      return new Expected.Retry(time, MINUTE);
    }
    return millis > HOUR ? Expected.Retry.atLeast(HOUR) : Expected.Retry.exactly(millis);
  }
}
