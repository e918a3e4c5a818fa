package dev.ssespec.judge;

import static dev.ssespec.judge.EndpointSight.fail;
import static dev.ssespec.judge.EndpointSight.info;
import static dev.ssespec.judge.EndpointSight.prerequisite;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.cases.Visit;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a browser makes of a stream that a page of another origin asks for. */
final class EndpointCors {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

  private EndpointCors() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(EndpointRule.NO_WILDCARD_WITH_CREDENTIALS, withHead(EndpointCors::wildcard));
    rules.put(EndpointRule.ONE_ALLOWED_ORIGIN, withHead(EndpointCors::oneOrigin));
    rules.put(EndpointRule.ORIGIN_VARIES, withHead(EndpointCors::varies));
    rules.put(EndpointRule.WHO_MAY_READ, withHead(EndpointCors::whoMayRead));
  }

  private static EndpointJudge.Rule withHead(Function<MessageHead, Judgement> rule) {
    return sight -> {
      EndpointExchange exchange = sight.only(Visit.ORIGIN);
      return exchange
          .head()
          .map(rule)
          .orElseGet(
              () -> prerequisite("With Origin the endpoint sent " + exchange.inWords() + "."));
    };
  }

  private static String allowed(MessageHead head) {
    return String.join(", ", head.all(ALLOW_ORIGIN));
  }

  private static boolean withCredentials(MessageHead head) {
    return head.all(ALLOW_CREDENTIALS).equals(List.of("true"));
  }

  private static Judgement wildcard(MessageHead head) {
    return allowed(head).equals("*") && withCredentials(head)
        ? fail(
            Failure.WRONG_RESULT,
            "Access-Control-Allow-Origin is * and Access-Control-Allow-Credentials is true:"
                + " browsers refuse the stream to pages that send credentials.",
            "the origin of the request",
            "*")
        : Judgement.pass();
  }

  private static Judgement oneOrigin(MessageHead head) {
    String allowed = allowed(head);
    return allowed.contains(",") || allowed.contains(" ")
        ? fail(
            Failure.WRONG_RESULT,
            "Access-Control-Allow-Origin holds more than one value.",
            "one origin, or *",
            allowed)
        : Judgement.pass();
  }

  private static Judgement varies(MessageHead head) {
    boolean sentBack = allowed(head).contains("stranger.example");
    return sentBack && !head.lists("Vary", "origin") && !head.lists("Vary", "*")
        ? Judgement.nonStrict(
            "no Vary", "The origin is sent back, and Vary does not say that it depends on it.")
        : Judgement.pass();
  }

  private static Judgement whoMayRead(MessageHead head) {
    String allowed = allowed(head);
    if (allowed.isEmpty()) {
      return info("Pages of other origins may not read the stream.");
    }
    boolean anybody = allowed.equals("*") || allowed.contains("stranger.example");
    String who = anybody ? "Pages of any origin" : "Pages of " + EndpointSight.shortened(allowed);
    boolean trusted = withCredentials(head) && !allowed.equals("*");
    return info(who + " may read the stream, with" + (trusted ? "" : "out") + " credentials.");
  }
}
