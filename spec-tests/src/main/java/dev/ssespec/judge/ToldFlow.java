package dev.ssespec.judge;

import dev.ssespec.cases.Conduct;
import dev.ssespec.judge.EndpointBody.Piece;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When things arrive, whether they arrive whole, and how streams end. */
final class ToldFlow {
  private ToldFlow() {}

  static void addTo(Map<Conduct, ConductJudge.Rule> rules) {
    rules.put(Conduct.QUIET_HEAD, ToldFlow::quietHead);
    rules.put(Conduct.EVENT_AT_ONCE, ToldFlow::eventAtOnce);
    rules.put(Conduct.COMMENT_AT_ONCE, ToldFlow::commentAtOnce);
    rules.put(Conduct.CROWDED_SENDS, ToldFlow::crowdedSends);
    rules.put(Conduct.SAME_FOR_ALL, ToldFlow::sameForAll);
    rules.put(Conduct.ORDERLY_END, ToldFlow::orderlyEnd);
    rules.put(Conduct.END_BEHIND_EVENTS, ToldFlow::endBehindEvents);
    rules.put(Conduct.AFTER_END, ToldFlow::afterEnd);
  }

  private static Judgement quietHead(ToldSight sight, String mark) {
    EndpointExchange only = sight.connections().get(0);
    if (only.headAt() <= sight.noteAt(ConductJudge.UNTIL_NOW)) {
      return Judgement.pass();
    }
    return only.headAt() == Long.MAX_VALUE
        ? Judgement.fail(Failure.MISSING, "No head came: " + only.inWords() + ".", null, null)
        : Judgement.fail(
            Failure.MISSING,
            "The head came after "
                + (only.headAt() - only.begunAt()) / 1000
                + " ms, once an event was sent.",
            null,
            null);
  }

  private static Judgement eventAtOnce(ToldSight sight, String mark) {
    List<Event> early = before(sight, ConductJudge.UNTIL_NOW).events();
    if (early.stream().anyMatch(event -> event.data().equals(mark))) {
      return Judgement.pass();
    }
    List<Event> all = whole(sight).events();
    return all.stream().anyMatch(event -> event.data().contains(mark))
        ? late("The event", early.stream().anyMatch(event -> event.data().contains(mark)))
        : missing(sight, "The event");
  }

  private static Judgement commentAtOnce(ToldSight sight, String mark) {
    if (has(before(sight, ConductJudge.UNTIL_NOW), mark)) {
      return Judgement.pass();
    }
    return has(whole(sight), mark) ? late("The comment", false) : missing(sight, "The comment");
  }

  private static boolean has(Interpretation meaning, String comment) {
    return meaning.comments().stream().anyMatch(text -> text.contains(comment));
  }

  private static Judgement late(String what, boolean spoilt) {
    return Judgement.fail(
        spoilt ? Failure.WRONG_RESULT : Failure.MISSING,
        what + (spoilt ? " was spoilt." : " arrived with what was sent behind it, not before."),
        null,
        null);
  }

  private static Judgement missing(ToldSight sight, String what) {
    return Judgement.fail(
        Failure.MISSING,
        what + " never came" + sight.deadline().map(d -> " (the kit " + d + ")").orElse("") + ".",
        null,
        null);
  }

  private static Interpretation whole(ToldSight sight) {
    return LiteralInterpreter.interpret(ToldSight.payload(sight.connections().get(0)));
  }

  /** What had come when a note was written. */
  private static Interpretation before(ToldSight sight, String note) {
    long until = sight.noteAt(note);
    var bytes = new ByteArrayOutputStream();
    for (Piece piece : EndpointBody.of(sight.connections().get(0)).pieces()) {
      if (piece.atMicros() <= until) {
        bytes.writeBytes(piece.bytes());
      }
    }
    return LiteralInterpreter.interpret(bytes.toByteArray());
  }

  private static Judgement crowdedSends(ToldSight sight, String mark) {
    List<Integer> sent = orders(sight, mark);
    List<Integer> came = new ArrayList<>();
    Interpretation meaning = whole(sight);
    for (Event event : meaning.events()) {
      if (event.data().contains(mark)) {
        Optional<Integer> number = CheckedPayload.number(mark, event.data());
        if (number.isEmpty()) {
          return Judgement.fail(
              Failure.PROTOCOL,
              "Event "
                  + (came.size() + 1)
                  + " of those sent at once is torn, or mixed with another: "
                  + EventList.quote(event.data())
                  + ".",
              null,
              null);
        }
        came.add(number.get());
      }
    }
    if (came.equals(sent)) {
      return Judgement.pass();
    }
    int i = 0;
    while (i < came.size() && i < sent.size() && came.get(i).equals(sent.get(i))) {
      i++;
    }
    return differ(sent, came, i);
  }

  private static Judgement differ(List<Integer> sent, List<Integer> came, int i) {
    boolean again = i < came.size() && came.subList(0, i).contains(came.get(i));
    boolean later = i < sent.size() && came.contains(sent.get(i));
    Failure kind = again ? Failure.EXTRA : later ? Failure.ORDER : Failure.MISSING;
    return Judgement.fail(
        kind,
        came.size()
            + " of "
            + sent.size()
            + " events came; the one in place "
            + (i + 1)
            + (again ? " had come before." : later ? " came out of order." : " never came."),
        null,
        null);
  }

  /** The numbers of the events that the server was told to send, and took, in order. */
  private static List<Integer> orders(ToldSight sight, String mark) {
    return sight.transcript().stream()
        .filter(entry -> entry.kind() == Kind.TOLD && entry.text().contains(mark))
        .map(entry -> Json.parse(entry.text()).orElseGet(Json::object).path("seq").asInt())
        .filter(
            seq -> !sight.answer(seq).map(a -> a.path("op").asText()).orElse("").equals("refused"))
        .sorted()
        .toList();
  }

  private static Judgement sameForAll(ToldSight sight, String mark) {
    for (EndpointExchange exchange : sight.connections()) {
      Judgement one =
          NumberedEvents.judge(
              NumberedEvents.on(exchange, mark),
              1,
              ConductJudge.FORTY,
              "On the stream of " + exchange.label() + ": ");
      if (one.verdict() != dev.ssespec.report.Verdict.PASS) {
        return one;
      }
    }
    return Judgement.pass();
  }

  private static Judgement orderlyEnd(ToldSight sight, String mark) {
    for (EndpointExchange exchange : sight.connections()) {
      switch (exchange.peerEnd()) {
        case "complete", "end" -> {}
        case "" -> {
          return ConductJudge.hang(sight).orElseGet(Judgement::pass);
        }
        default -> {
          return Judgement.fail(
              Failure.PROTOCOL,
              "A stream that the server was told to end is " + exchange.peerEnd() + ".",
              null,
              null);
        }
      }
    }
    return ConductJudge.hang(sight).orElseGet(Judgement::pass);
  }

  private static Judgement endBehindEvents(ToldSight sight, String mark) {
    Judgement all =
        NumberedEvents.judge(
            NumberedEvents.on(sight.connections().get(0), mark), 1, ConductJudge.HUNDRED, "");
    return all.verdict() == dev.ssespec.report.Verdict.PASS
        ? ConductJudge.hang(sight).orElse(all)
        : all;
  }

  private static Judgement afterEnd(ToldSight sight, String mark) {
    List<EndpointExchange> after = sight.connections("after");
    return after.isEmpty()
        ? ConductJudge.hang(sight)
            .orElseGet(() -> Judgement.inconclusive("No stream was opened again."))
        : EndpointSight.info("Who comes back gets " + after.get(0).inWords() + ".");
  }
}
