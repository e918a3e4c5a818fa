package dev.ssespec.demo;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Asked;
import dev.ssespec.channel.Site;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer that comes piece by piece: the numbers 1 to 100. Whoever is cut off goes on behind the
 * last number; whoever comes back after the end is answered with 204, and so stays away.
 *
 * <p>The number is the id, so any server can go on where another one stopped; nothing is kept.
 * {@code ?speed=N} sets how many numbers come in a second, {@code ?cut=N} has the server end the
 * stream behind that number once, to be seen going on.
 */
public final class Counter implements Demo {
  /** The last number. */
  static final int LAST = 100;

  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 1000;

  private final Backstage backstage;
  private final double speed;

  /**
   * A counter.
   *
   * @param speed numbers in a second, from 0.1 to 1000
   * @throws IllegalArgumentException if it is another one
   */
  public Counter(Backstage backstage, double speed) {
    this.backstage = backstage;
    this.speed = checked(speed);
  }

  private static double checked(double speed) {
    if (speed >= SLOWEST && speed <= FASTEST) {
      return speed;
    }
    throw new IllegalArgumentException("The speed must be from 0.1 to 1000 numbers in a second.");
  }

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public String stream() {
    return "/counter/stream";
  }

  @Override
  public void addTo(Site.Builder site) {
    Pages.add(site, name());
    site.get(stream(), this::count);
  }

  private Answer count(Asked asked) {
    double wanted = asked.param("speed").map(Counter::parsed).orElse(speed);
    int seen = asked.lastEventId().map(Counter::number).orElse(OptionalInt.empty()).orElse(0);
    if (seen == LAST) {
      return Answer.noContent();
    }
    int cut = asked.param("cut").flatMap(Counter::cut).filter(at -> at > seen).orElse(LAST);
    Duration step = Duration.ofNanos((long) (1e9 / wanted));
    return Answer.stream(new Counting(backstage, step, seen, cut));
  }

  private static double parsed(String speed) {
    try {
      return checked(Double.parseDouble(speed));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The speed must be a number.", e);
    }
  }

  private static Optional<Integer> cut(String text) {
    OptionalInt number = number(text);
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /** A number that this counter sends; empty for any other text. */
  private static OptionalInt number(String text) {
    return text.matches("[1-9][0-9]?|100")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  @Override
  public void close() {}
}
