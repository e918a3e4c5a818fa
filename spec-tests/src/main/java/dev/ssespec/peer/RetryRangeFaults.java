package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.math.BigInteger;
import java.util.List;

/** Faults in very large and empty values of the reconnection time. */
final class RetryRangeFaults {
  private RetryRangeFaults() {}

  static List<ParserFault> all() {
    return List.of(
        retryWrapsAtInt(),
        retryWrapsAtLong(),
        retryBeyondIntThrows(),
        retryBeyondLongThrows(),
        emptyRetryThrows());
  }

  private static ParserFault retryWrapsAtInt() {
    return fault(
            "retry-wraps-at-int",
            "Keeps the lower 32 bits of the reconnection time.",
            "EventSource/eventsource 4.1.1, nodejs/undici 7.30.2",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    return (int) super.number(digits);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryWrapsAtLong() {
    return fault(
            "retry-wraps-at-long",
            "Keeps the lower 64 bits of the reconnection time.",
            "launchdarkly/eventsource d27e310",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    return new BigInteger(digits).longValue();
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryBeyondIntThrows() {
    return fault(
            "retry-beyond-int-throws",
            "Fails on a reconnection time beyond 31 bits.",
            "libraries that read an int",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    return Integer.parseInt(digits);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault retryBeyondLongThrows() {
    return fault(
            "retry-beyond-long-throws",
            "Fails on a reconnection time beyond 64 bits.",
            "libraries that read a long",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    return Long.parseLong(digits);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault emptyRetryThrows() {
    return fault(
            "empty-retry-throws",
            "Fails on an empty reconnection time.",
            "btubbs/sseclient 7c94b83",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.isEmpty()) {
                      throw new IllegalStateException("not a number");
                    }
                    super.retry(value);
                  }
                })
        .kinds(Failure.CRASH);
  }
}
