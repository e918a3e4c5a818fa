package dev.ssespec.judge;

import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Optional;

/** Comments that a target reported, compared with those that it should have. */
final class CommentList {
  private CommentList() {}

  /** In what they differ; with the space behind the colon or without it is the same. */
  static Optional<EventList.Difference> difference(List<String> expected, List<String> actual) {
    List<String> stripped =
        expected.stream().map(c -> c.startsWith(" ") ? c.substring(1) : c).toList();
    return actual.equals(expected) || actual.equals(stripped)
        ? Optional.empty()
        : Optional.of(
            new EventList.Difference(
                Failure.WRONG_RESULT,
                "The comments expected " + quoted(expected) + " but was " + quoted(actual) + "."));
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(EventList::quote).toList();
  }
}
