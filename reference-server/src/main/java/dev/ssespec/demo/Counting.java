package dev.ssespec.demo;

import dev.ssespec.channel.Encoding;
import dev.ssespec.channel.Feed;
import dev.ssespec.channel.Portion;
import dev.ssespec.parser.OutgoingEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One client's numbers, one at each step. */
final class Counting implements Feed {
  private static final long RETRY_MILLIS = 1000;

  private final Backstage backstage;
  private final Duration step;
  private final int upTo;
  private final AtomicInteger due;
  private boolean begun;
  private int sent;
  private volatile @Nullable Future<?> stepping;

  /**
   * Numbers from the one behind {@code seen} up to {@code upTo}; the first one at once.
   *
   * @param step the time between two numbers
   */
  Counting(Backstage backstage, Duration step, int seen, int upTo) {
    this.backstage = backstage;
    this.step = step;
    this.sent = seen;
    this.due = new AtomicInteger(seen + 1);
    this.upTo = upTo;
  }

  @Override
  public void opened(Runnable wake) {
    stepping =
        backstage.every(
            step,
            () -> {
              // A slow reader gets the late ones one after another.
              due.updateAndGet(number -> Math.min(number + 1, upTo));
              wake.run();
            });
  }

  @Override
  public Optional<Portion> next() {
    if (!begun) {
      begun = true;
      return Optional.of(Portion.of(Encoding.bytes(OutgoingEvent.empty().withRetry(RETRY_MILLIS))));
    }
    if (sent >= due.get()) {
      return Optional.empty();
    }
    sent++;
    String number = Integer.toString(sent);
    byte[] block = Encoding.bytes(OutgoingEvent.ofData(number).withId(number));
    return Optional.of(sent == upTo ? Portion.last(block) : Portion.of(block));
  }

  @Override
  public void closed() {
    Future<?> current = stepping;
    if (current != null) {
      current.cancel(false);
    }
  }
}
