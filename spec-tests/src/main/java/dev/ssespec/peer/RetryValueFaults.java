package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;
import java.util.OptionalLong;

/** Faults in values of the reconnection time. */
final class RetryValueFaults {
  private RetryValueFaults() {}

  static List<ParserFault> all() {
    return List.of(
        invalidRetryThrows(),
        invalidRetryResets(),
        invalidRetryDropsEvent(),
        retryNegative(),
        retryPlus(),
        retryLeadingDigits(),
        retryFloat(),
        retryExponent(),
        retryHexadecimal(),
        retryUnderscore(),
        retryTrimmed(),
        retryAnyDigits(),
        retryWithoutControls());
  }

  private static ParserFault invalidRetryThrows() {
    return fault(
            "invalid-retry-throws",
            "Fails on a reconnection time that is no number.",
            "spring-projects/spring-framework 91eb4264, btubbs/sseclient",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (!isDigits(value)) {
                      throw new IllegalStateException("not a number");
                    }
                    super.retry(value);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault invalidRetryResets() {
    return fault(
            "invalid-retry-resets",
            "Forgets the reconnection time at one that is no number.",
            "clients that store no number",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (!isDigits(value)) {
                      reconnectionTime = OptionalLong.empty();
                    }
                    super.retry(value);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault invalidRetryDropsEvent() {
    return fault(
            "invalid-retry-drops-event",
            "Dispatches no event in whose block there is a reconnection time that is no number.",
            "tmaxmax/go-sse",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void retry(String value) {
                    super.retry(value);
                    seen = seen || !isDigits(value);
                  }

                  @Override
                  void dispatch() {
                    if (!seen) {
                      super.dispatch();
                    }
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    seen = false;
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault retryNegative() {
    return fault(
            "retry-negative",
            "Accepts a negative reconnection time.",
            "Ktor 038ea5d, okhttp-sse 1682d9b",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("-[0-9]+")) {
                      reconnectionTime = OptionalLong.of(Long.parseLong(value));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryPlus() {
    return fault(
            "retry-plus",
            "Accepts a plus sign.",
            "eventsource-stream, go-sse, quarkus",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("\\+[0-9]+")) {
                      reconnectionTime = OptionalLong.of(Long.parseLong(value.substring(1)));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryLeadingDigits() {
    return fault(
            "retry-leading-digits",
            "Reads digits up to the first other character.",
            "Azure/fetch-event-source 2.0.1",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("[0-9]+[^0-9 ].*")) {
                      reconnectionTime =
                          OptionalLong.of(Long.parseLong(value.replaceFirst("[^0-9].*", "")));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryFloat() {
    return fault(
            "retry-float",
            "Accepts a fraction.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("[0-9]+\\.[0-9]+")) {
                      reconnectionTime = OptionalLong.of((long) Double.parseDouble(value));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryExponent() {
    return fault(
            "retry-exponent",
            "Accepts an exponent.",
            "denoland/deno 98f9507",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("[0-9]+e[0-9]+")) {
                      reconnectionTime = OptionalLong.of((long) Double.parseDouble(value));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryHexadecimal() {
    return fault(
            "retry-hexadecimal",
            "Accepts hexadecimal digits behind 0x.",
            "denoland/deno 98f9507",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("0x[0-9a-f]+")) {
                      reconnectionTime = OptionalLong.of(Long.parseLong(value.substring(2), 16));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryUnderscore() {
    return fault(
            "retry-underscore",
            "Accepts an underscore between digits.",
            "httpx-sse, openai-python",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("[0-9]+_[0-9]+")) {
                      reconnectionTime = OptionalLong.of(Long.parseLong(value.replace("_", "")));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryTrimmed() {
    return fault(
            "retry-trimmed",
            "Accepts spaces around the digits.",
            "httpx-sse, openai-python",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches(" *[0-9]+ *")) {
                      reconnectionTime = OptionalLong.of(number(value.trim()));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryAnyDigits() {
    return fault(
            "retry-any-digits",
            "Accepts digits of any script.",
            "httpx-sse, openai-python",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("(?U)\\d+")) {
                      reconnectionTime =
                          OptionalLong.of(
                              value.matches("[0-9]+") ? number(value) : Long.parseLong(value));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryWithoutControls() {
    return fault(
            "retry-without-controls",
            "Drops control characters from the reconnection time.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (value.matches("[0-9]+[\\x00-\\x1f]+")) {
                      reconnectionTime =
                          OptionalLong.of(Long.parseLong(value.replaceFirst("[^0-9]+", "")));
                    } else {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
