package dev.ssespec.judge;

import dev.ssespec.report.Verdict;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A client's verdict, told apart. What a case does not look at has no verdict.
 *
 * @param application what the application saw: events, announcements, errors
 * @param connection what the connection did: requests, headers, delays, closings
 */
public record Columns(Optional<Verdict> application, Optional<Verdict> connection) {
  /** Nothing is told apart. */
  public static final Columns NONE = new Columns(Optional.empty(), Optional.empty());

  /** Both were looked at. */
  static Columns of(Verdict application, Verdict connection) {
    return new Columns(Optional.of(application), Optional.of(connection));
  }

  /** Each verdict as {@code change} makes it. */
  Columns each(UnaryOperator<Verdict> change) {
    return new Columns(application.map(change), connection.map(change));
  }
}
