package dev.ssespec.judge;

import dev.ssespec.cases.EndpointRule;
import dev.ssespec.http.MessageHead;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Fields that caches and proxies look at. */
final class EndpointHeaders {
  private static final String CACHE_CONTROL = "Cache-Control";

  private EndpointHeaders() {}

  static void addTo(Map<EndpointRule, EndpointJudge.Rule> rules) {
    rules.put(
        EndpointRule.NOT_STORED,
        practice(
            head -> head.lists(CACHE_CONTROL, "no-store") || head.lists(CACHE_CONTROL, "no-cache"),
            "may be cached",
            CACHE_CONTROL));
    rules.put(
        EndpointRule.NO_VALIDATOR,
        practice(head -> head.first("ETag").isEmpty(), "has a validator", "ETag"));
    rules.put(
        EndpointRule.ACCEL_BUFFERING,
        practice(
            head ->
                head.first("X-Accel-Buffering")
                    .filter(value -> value.toLowerCase(Locale.ROOT).equals("no"))
                    .isPresent(),
            "nginx may buffer",
            "X-Accel-Buffering"));
    rules.put(
        EndpointRule.NO_TRANSFORM,
        practice(
            head -> head.lists(CACHE_CONTROL, "no-transform"),
            "may be transformed",
            CACHE_CONTROL));
  }

  private static EndpointJudge.Rule practice(
      Predicate<MessageHead> followed, String otherwise, String field) {
    return sight ->
        followed.test(sight.head())
            ? Judgement.pass()
            : Judgement.nonStrict(
                otherwise,
                field
                    + sight.head().first(field).map(value -> ": " + value).orElse(" is not sent")
                    + ".");
  }
}
