package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.info;
import static dev.ssespec.judge.EndpointSight.notApplicable;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.report.Failure;
import java.util.Map;

/** Answers to other methods and other Accept headers. */
final class EndpointMethods {
  private EndpointMethods() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.HEAD_ENDS, EndpointMethods::headEnds);
    rules.put(EndpointRule.HEAD_SAME_TYPE, EndpointMethods::headSameType);
    rules.put(EndpointRule.OPTIONS_ENDS, EndpointMethods::optionsEnds);
    rules.put(EndpointRule.STREAM_WITHOUT_ACCEPT, sight -> stream(sight, Visit.NO_ACCEPT));
    rules.put(EndpointRule.STREAM_FOR_LIST, sight -> stream(sight, Visit.ACCEPT_LIST));
    rules.put(
        EndpointRule.ANSWER_TO_OTHER_TYPE,
        sight -> info("The answer is " + sight.only(Visit.ACCEPT_OTHER).inWords() + "."));
  }

  private static Judgement headEnds(EndpointSight sight) {
    EndpointExchange head = sight.only(Visit.HEAD);
    if (!head.reads().isEmpty()) {
      return fail(
          Failure.EXTRA,
          "The answer to HEAD has a body.",
          "the head alone",
          head.reads().get(0).bytes().escaped());
    }
    if (head.head().isPresent() && head.ranOut()) {
      // The head is the whole answer: whether a handler goes on behind it cannot be seen.
      return fail(
          Failure.HANG,
          "The connection stayed open behind the answer to HEAD, though the request asked to close"
              + " it.",
          "the end of the connection",
          "nothing");
    }
    return ends(head, "HEAD");
  }

  private static Judgement ends(EndpointExchange exchange, String method) {
    if (exchange.head().isEmpty()) {
      Failure kind = exchange.ranOut() ? Failure.HANG : Failure.PROTOCOL;
      return fail(
          kind,
          method + " was answered with " + exchange.inWords() + ".",
          "a response that ends",
          exchange.inWords());
    }
    if (exchange.peerEnd().isEmpty() && !exchange.ranOut()) {
      return Judgement.inconclusive(
          "The kit gave the answer to " + method + " up before its time was over.");
    }
    return exchange.ranOut()
        ? fail(
            Failure.HANG,
            "The answer to "
                + method
                + " does not end: the connection was still open, though the request asked to close"
                + " it.",
            "the end of the connection",
            "nothing")
        : Judgement.pass();
  }

  private static Judgement headSameType(EndpointSight sight) {
    EndpointExchange head = sight.only(Visit.HEAD);
    if (head.head().isEmpty()) {
      return prerequisite("HEAD was answered with " + head.inWords() + ".");
    }
    if (head.status() == 405 || head.status() == 501) {
      return notApplicable("HEAD is refused with " + head.status() + ".");
    }
    if (head.status() != 200) {
      return Judgement.nonStrict(
          "another status", "HEAD was answered with " + head.inWords() + ".");
    }
    String type = head.mediaType();
    if (type.isEmpty()) {
      return Judgement.nonStrict("no media type", "The answer to HEAD names no media type.");
    }
    return type.equals(sight.watch().mediaType())
        ? Judgement.pass()
        : fail(
            Failure.WRONG_RESULT,
            "HEAD says another media type than GET.",
            sight.watch().mediaType(),
            type);
  }

  private static Judgement optionsEnds(EndpointSight sight) {
    EndpointExchange options = sight.only(Visit.OPTIONS);
    boolean ended = !options.peerEnd().isEmpty();
    if (!ended && !options.reads().isEmpty()) {
      return fail(
          Failure.EXTRA,
          "OPTIONS opens the stream.",
          "a response that ends",
          options.reads().get(0).bytes().escaped());
    }
    return ends(options, "OPTIONS");
  }

  private static Judgement stream(EndpointSight sight, Visit visit) {
    EndpointExchange exchange = sight.only(visit);
    String words = exchange.inWords();
    boolean empty = exchange.reads().isEmpty() && !exchange.peerEnd().isEmpty();
    if (exchange.opened()) {
      return empty
          ? fail(Failure.MISSING, "The stream ends at once and is empty.", "the stream", words)
          : Judgement.pass();
    }
    if (exchange.head().isEmpty() && exchange.ranOut()) {
      return Judgement.inconclusive("The endpoint sent " + words + ".");
    }
    boolean refused = exchange.status() >= 400 && exchange.status() < 500;
    return refused && visit == Visit.NO_ACCEPT
        ? Judgement.nonStrict("refused", "Without Accept the endpoint sends " + words + ".")
        : fail(Failure.WRONG_RESULT, "The endpoint sends " + words + ".", "the stream", words);
  }
}
