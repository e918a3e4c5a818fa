package dev.ssespec.judge;

import static dev.ssespec.judge.ExpectationCheck.unless;

import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether something came too early. Nothing comes too late. */
final class TimingCheck {
  /**
   * Timers of real platforms are allowed to round: Node's fire up to one millisecond early, and the
   * clocks of two processes tick apart by less than that.
   */
  private static final long ROUNDING_MICROS = 5_000;

  private final ClientView view;

  TimingCheck(ClientView view) {
    this.view = view;
  }

  Optional<Violation> notBefore(ClientExpectation.NotBefore time) {
    OptionalLong over = view.overAtTheEarliest(time.request() - 1);
    Optional<TranscriptEntry> request = view.request(time.request());
    if (over.isEmpty() || request.isEmpty()) {
      return Optional.empty();
    }
    long waited = request.get().atMicros() - over.getAsLong();
    return unless(
        waited + ROUNDING_MICROS >= time.millis() * 1000,
        Failure.EARLY,
        "Request "
            + time.request()
            + " came "
            + waited / 1000
            + " ms after the connection before it had ended; it may come after "
            + time.millis()
            + " ms or later.");
  }

  Optional<Violation> leftNotBefore(ClientExpectation.LeftNotBefore left) {
    OptionalLong gone = view.left(left.request());
    long[] writes = view.writes(left.request());
    if (gone.isEmpty() || writes.length == 0 || longestGap(writes) > left.millis() * 500) {
      // Where the kit itself was slow the target may have had its reason.
      return Optional.empty();
    }
    long waited = gone.getAsLong() - writes[writes.length - 1];
    return unless(
        waited + ROUNDING_MICROS >= left.millis() * 1000,
        Failure.EARLY,
        "The target ended the connection "
            + waited / 1000
            + " ms after something had come; its read timeout was "
            + left.millis()
            + " ms.");
  }

  Optional<Violation> noRequestAfterClose(ClientExpectation.NoRequestAfterClose close) {
    OptionalLong over = view.over(1);
    OptionalLong closed = view.closed();
    boolean late =
        over.isPresent()
            && closed.isPresent()
            && closed.getAsLong() - over.getAsLong() + ROUNDING_MICROS >= close.millis() * 1000;
    return unless(
        late || view.requestsAfterClose() == 0,
        Failure.EXTRA,
        "After the answer to close the target still made "
            + view.requestsAfterClose()
            + " requests.");
  }

  private static long longestGap(long[] times) {
    long longest = 0;
    for (int i = 1; i < times.length; i++) {
      longest = Math.max(longest, times[i] - times[i - 1]);
    }
    return longest;
  }
}
