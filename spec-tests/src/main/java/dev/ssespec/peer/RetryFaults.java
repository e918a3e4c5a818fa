package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;
import java.util.OptionalLong;

/** Faults in the reconnection time. */
final class RetryFaults {
  private RetryFaults() {}

  static List<ParserFault> all() {
    return List.of(
        retryIgnored(),
        retryInSeconds(),
        retryOctal(),
        retryZeroIgnored(),
        retryAtDispatch(),
        retryWithEventOnly(),
        retryForgotten(),
        firstRetryWins(),
        retryWithoutLineEnd(),
        retryDropsEvent());
  }

  private static ParserFault retryIgnored() {
    return fault(
            "retry-ignored",
            "Does not know the reconnection time.",
            "launchdarkly/cpp-sdks 55f7eaf6",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {}
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryInSeconds() {
    return fault(
            "retry-in-seconds",
            "Takes the reconnection time for seconds.",
            "launchdarkly/ios-eventsource #22",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    long number = super.number(digits);
                    return number > Long.MAX_VALUE / 1000 ? number : number * 1000;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryOctal() {
    return fault(
            "retry-octal",
            "Takes leading zeros for a number in base eight.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  long number(String digits) {
                    return digits.matches("0[0-7]+")
                        ? Long.parseLong(digits, 8)
                        : super.number(digits);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryZeroIgnored() {
    return fault(
            "retry-zero-ignored",
            "Ignores a reconnection time of zero.",
            "symfony, mattt/EventSource",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (!value.equals("0")) {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryAtDispatch() {
    return fault(
            "retry-at-dispatch",
            "Sets the reconnection time at the empty line.",
            "nodejs/undici 7.30.2",
            () ->
                new PlainParser() {
                  private OptionalLong wanted = OptionalLong.empty();

                  @Override
                  void retry(String value) {
                    if (isDigits(value)) {
                      wanted = OptionalLong.of(number(value));
                    }
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    if (wanted.isPresent()) {
                      reconnectionTime = wanted;
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryWithEventOnly() {
    return fault(
            "retry-with-event-only",
            "Sets the reconnection time where an event is dispatched, and there alone.",
            "jpopesculian/eventsource-stream 3d46f1c",
            () ->
                new PlainParser() {
                  private OptionalLong wanted = OptionalLong.empty();

                  @Override
                  void retry(String value) {
                    if (isDigits(value)) {
                      wanted = OptionalLong.of(number(value));
                    }
                  }

                  @Override
                  void noData() {
                    super.noData();
                    wanted = OptionalLong.empty();
                  }

                  @Override
                  void dispatch() {
                    super.dispatch();
                    if (wanted.isPresent()) {
                      reconnectionTime = wanted;
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryForgotten() {
    return fault(
            "retry-forgotten",
            "Forgets the reconnection time at the next event.",
            "alevinval/sse #30",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void retry(String value) {
                    super.retry(value);
                    seen = true;
                  }

                  @Override
                  void dispatch() {
                    super.dispatch();
                    if (!seen) {
                      reconnectionTime = OptionalLong.empty();
                    }
                    seen = false;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault firstRetryWins() {
    return fault(
            "first-retry-wins",
            "Keeps the first reconnection time.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void retry(String value) {
                    if (reconnectionTime.isEmpty()) {
                      super.retry(value);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryWithoutLineEnd() {
    return fault(
            "retry-without-line-end",
            "Takes a reconnection time without a line end.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void end() {
                    if (line.toString().startsWith("retry")) {
                      endLine();
                    }
                    super.end();
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault retryDropsEvent() {
    return fault(
            "retry-drops-event",
            "Dispatches no event in whose block there is a reconnection time.",
            "inaka/EventSource #82",
            () ->
                new PlainParser() {
                  private boolean seen;

                  @Override
                  void retry(String value) {
                    super.retry(value);
                    seen = seen || isDigits(value);
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
}
