package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of some values: what the target answered to each, and the part of the stream that they
 * made.
 *
 * @param answers what was said to each, in order
 * @param sentinel the word of the plain event behind them
 * @param ending how the server ended the stream; empty where it did not
 * @param trouble why nothing can be said of the values; empty where something can
 */
record EmissionArrival(
    List<ObjectNode> answers,
    EmissionSegment segment,
    String sentinel,
    String ending,
    Optional<Judgement> trouble) {
  private static final String NOTE = "values ";

  EmissionArrival {
    answers = List.copyOf(answers);
  }

  private static EmissionArrival troubled(Judgement judgement) {
    return new EmissionArrival(List.of(), EmissionSegment.NONE, "", "", Optional.of(judgement));
  }

  /** Reads a transcript with one connection. */
  static EmissionArrival of(ToldSight sight) {
    if (sight.gone()) {
      return troubled(sight.death());
    }
    Optional<JsonNode> note = sight.note(NOTE).flatMap(Json::parse).map(JsonNode.class::cast);
    if (sight.connections().isEmpty()) {
      return troubled(Judgement.inconclusive(sight.deadline().orElse("No stream was opened.")));
    }
    EndpointExchange exchange = sight.connections().get(0);
    if (note.isEmpty()) {
      return troubled(
          exchange.opened() ? nothingCame(sight, exchange) : EmissionJudge.unopened(exchange));
    }
    return of(sight, exchange, note.get());
  }

  private static Judgement nothingCame(ToldSight sight, EndpointExchange exchange) {
    String why =
        sight
            .deadline()
            .map(what -> "the kit " + what)
            .or(() -> exchange.note("not read on: ").map(bytes -> bytes + " without one"))
            .orElse("the stream ended (" + exchange.peerEnd() + ")");
    return Judgement.fail(
        Failure.MISSING,
        "A plain event that the server was told to send never arrived: " + why + ".",
        null,
        null);
  }

  private static EmissionArrival of(ToldSight sight, EndpointExchange exchange, JsonNode note) {
    List<ObjectNode> answers = new ArrayList<>();
    for (JsonNode order : note.path("orders")) {
      Optional<ObjectNode> answer = sight.answer(order.asInt());
      String op = answer.map(a -> a.path("op").asText()).orElse("");
      if (!op.equals("sent") && !op.equals("refused")) {
        return troubled(
            Judgement.inconclusive(
                answer
                        .map(a -> "The adapter answered send with " + EventList.quote(a.toString()))
                        .orElse("The adapter did not answer send: " + sight.deadline().orElse(""))
                    + "."));
      }
      answers.add(answer.orElseThrow());
    }
    String sentinel = note.path("sentinel").asText();
    var segment =
        EmissionSegment.of(ToldSight.payload(exchange), note.path("probe").asText(), sentinel);
    boolean ended = !segment.complete() && !exchange.peerEnd().isEmpty();
    var arrival =
        new EmissionArrival(
            answers, segment, sentinel, ended ? exchange.peerEnd() : "", Optional.empty());
    return segment.complete() || ended ? arrival.judgedBehind() : troubled(arrival.silence(sight));
  }

  private Judgement silence(ToldSight sight) {
    return Judgement.fail(
        Failure.HANG,
        "Nothing came behind what was sent, not even a plain event: "
            + sight.deadline().orElse("the connection was not read on")
            + ". The bytes that came are "
            + bytes()
            + ".",
        null,
        null);
  }

  /** The plain event behind the values must be as it was sent: it shows that they are over. */
  private EmissionArrival judgedBehind() {
    if (!segment.complete()) {
      return this;
    }
    List<Event> behind = segment.meaningBehind().events();
    boolean plain =
        !behind.isEmpty()
            && behind.get(0).data().equals(sentinel)
            && behind.get(0).type().equals("message");
    String first =
        behind.isEmpty()
            ? "no event"
            : "type "
                + EventList.quote(behind.get(0).type())
                + " with data "
                + EventList.quote(behind.get(0).data());
    return plain
        ? this
        : troubled(
            Judgement.fail(
                Failure.WRONG_RESULT,
                "What was sent spoils the plain event behind it, which came as "
                    + first
                    + ". The bytes are "
                    + EventList.quote(Bytes.of(segment.whole()).text())
                    + ".",
                null,
                null));
  }

  /** What the values mean to a client. */
  Interpretation meaning() {
    return segment.meaning();
  }

  boolean ended() {
    return !ending.isEmpty();
  }

  boolean refused(int value) {
    return answers.get(value).path("op").asText().equals("refused");
  }

  boolean refusedAny() {
    return answers.stream().anyMatch(answer -> answer.path("op").asText().equals("refused"));
  }

  /** The library's words against the first value that it refused. */
  String refusal() {
    return answers.stream()
        .filter(answer -> answer.path("op").asText().equals("refused"))
        .map(answer -> answer.path("error").asText())
        .findFirst()
        .orElse("");
  }

  /** The bytes that the values made, escaped. */
  String bytes() {
    byte[] values = segment.values();
    Bytes some = values.length <= 2000 ? Bytes.of(values) : Bytes.of(values).slice(0, 2000);
    return "\"" + some.escaped() + (values.length <= 2000 ? "\"" : "\"… (" + values.length + ")");
  }

  /** Fields beside those of events, for a person. */
  String fieldsInWords() {
    return ", from the bytes " + (bytes().length() <= 240 ? bytes() : bytes().substring(0, 240));
  }

  /** A line that no value accounts for, in a sentence; empty where there is none. */
  Optional<String> strangeLine(Told told) {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : segment.fieldLines()) {
      String name = EmissionSegment.name(line);
      boolean habit = segment.habits().contains(name);
      int most =
          EmissionSegment.isKnown(name) || !habit ? told.most(name, habit) : Integer.MAX_VALUE;
      if (counts.merge(name, 1, Integer::sum) > most) {
        return Optional.of(
            "A line that was not sent is on the wire: "
                + EventList.quote(line)
                + fieldsInWords()
                + ".");
      }
      if (name.equals("id") && line.indexOf('\0') >= 0) {
        return Optional.of(
            "An id with U+0000 is on the wire, which every client ignores" + fieldsInWords() + ".");
      }
    }
    return segment.blocks() > told.values()
        ? Optional.of(
            (told.values() == 0
                    ? "An event that was not sent is on the wire"
                    : "A blank line that was not sent is on the wire: there are "
                        + segment.blocks()
                        + " blocks")
                + fieldsInWords()
                + ".")
        : Optional.empty();
  }

  /** A check of what came. */
  FateCheck check(Words words) {
    boolean habit = segment.habits().contains("retry");
    List<String> retries =
        segment.fieldLines().stream()
            .filter(line -> !habit && EmissionSegment.name(line).equals("retry"))
            .map(EmissionSegment::value)
            .toList();
    return new FateCheck(
        meaning(),
        retries,
        answers.stream().map(answer -> answer.path("op").asText()).toList(),
        ended(),
        words);
  }
}
