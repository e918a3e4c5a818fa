package dev.ssespec.judge;

import static dev.ssespec.judge.ExpectationCheck.unless;

import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether something came too early. Nothing comes too late. */
final class TimingCheck {
  /**
   * Timers of real platforms are allowed to round: Node's fire up to one millisecond early, and the
   * clocks of two processes tick apart by less than that.
   */
  private static final long ROUNDING_MICROS = 5_000;

  /** No time of which anybody would complain. */
  private static final long QUICK_MICROS = 1_000_000;

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

  Optional<Violation> took(ClientExpectation.Took took) {
    Optional<TranscriptEntry> from = view.request(took.from());
    Optional<TranscriptEntry> to = view.request(took.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.of(new Violation(Failure.MISSING, "Request " + took.to() + " never came."));
    }
    long millis = (to.get().atMicros() - from.get().atMicros()) / 1000;
    return unless(
        millis >= took.millis(),
        Failure.EARLY,
        (took.to() - took.from()) + " more requests came within " + millis + " ms.");
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

  /** Nothing to say where an event is missing: that is for others to see. */
  Optional<Violation> inProportion(ClientExpectation.InProportion proportion) {
    long[] writes = view.writes(1);
    long[] events = view.eventTimes();
    if (writes.length < 3 || events.length < 2) {
      return Optional.empty();
    }
    double first = Math.max(1, events[0] - writes[1]);
    double second = events[1] - writes[2];
    double longer = second / proportion.moreBytes() / (first / proportion.bytes());
    return unless(
        second < QUICK_MICROS || longer <= proportion.times(),
        Failure.WRONG_RESULT,
        String.format(
            Locale.ROOT,
            "An event of %d bytes took %.0f ms, one of %d bytes %.0f ms: %.1f times as long for each"
                + " byte.",
            proportion.bytes(),
            first / 1000,
            proportion.moreBytes(),
            second / 1000,
            longer));
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
