package dev.ssespec.run;

import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a run has seen of an endpoint, in a few plain sentences, for whoever reads nothing else. */
public final class EndpointSummary {
  /** So many things to trip over are named; the rest is counted. */
  private static final int NAMED = 5;

  private final List<CaseRecord> records;

  private EndpointSummary(List<CaseRecord> records) {
    this.records = records;
  }

  /** The sentences. What they quote of the endpoint is as it came: to be escaped by the reader. */
  public static List<String> of(List<CaseRecord> records) {
    var summary = new EndpointSummary(List.copyOf(records));
    List<String> sentences = new ArrayList<>();
    Optional<CaseRecord> closed = summary.firstBad(one -> isAny(one, "S-001", "S-002"));
    if (closed.isPresent()) {
      return List.of("It is no event stream that a client would take: " + closed.get().reason());
    }
    summary.form().ifPresent(sentences::add);
    summary.flush().ifPresent(sentences::add);
    summary.keepAlive().ifPresent(sentences::add);
    summary.resume().ifPresent(sentences::add);
    summary.end().ifPresent(sentences::add);
    sentences.addAll(summary.trips());
    return sentences;
  }

  private static boolean isAny(CaseRecord one, String... codes) {
    return List.of(codes).contains(one.code());
  }

  private static boolean isIn(CaseRecord one, String... groups) {
    return List.of(groups).contains(one.id().split("/", -1)[1]);
  }

  private static boolean isBad(CaseRecord one) {
    return one.verdict() == Verdict.FAIL || one.verdict() == Verdict.NON_STRICT;
  }

  private Optional<CaseRecord> firstBad(Predicate<CaseRecord> some) {
    return records.stream().filter(some).filter(EndpointSummary::isBad).findFirst();
  }

  private Optional<CaseRecord> record(String code) {
    return records.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  private boolean passed(String... codes) {
    return records.stream().anyMatch(one -> isAny(one, codes) && one.verdict() == Verdict.PASS);
  }

  private Optional<String> form() {
    Optional<CaseRecord> broken =
        firstBad(
            one ->
                one.verdict() == Verdict.FAIL
                    && (isIn(one, "body", "http") || isAny(one, "S-003")));
    if (broken.isPresent()) {
      return Optional.of("It is an event stream with errors: " + broken.get().reason());
    }
    return record("S-005")
        .map(
            seen ->
                switch (seen.verdict()) {
                  case INFO -> "It is a well-formed event stream: " + seen.reason();
                  default -> "It is an event stream, of which nothing was seen: " + seen.reason();
                });
  }

  private Optional<String> flush() {
    Optional<CaseRecord> held = firstBad(one -> isAny(one, "S-004", "S-024", "S-025", "S-028"));
    if (held.isPresent()) {
      return Optional.of("It holds back what it sends: " + held.get().reason());
    }
    return record("S-025")
        .map(
            seen ->
                seen.verdict() == Verdict.PASS
                    ? "It sends each event at once, and whole."
                    : "Whether it sends events at once was not seen: " + seen.reason());
  }

  private boolean endsByItself() {
    return record("S-051").filter(one -> one.verdict() == Verdict.INFO).isPresent();
  }

  private Optional<String> keepAlive() {
    if (endsByItself()) {
      return Optional.empty();
    }
    return record("S-026")
        .map(
            seen ->
                switch (seen.verdict()) {
                  case PASS -> "It keeps its connection alive.";
                  case NON_STRICT -> "It does not keep its connection alive: " + seen.reason();
                  default -> "Whether it keeps its connection alive was not seen: " + seen.reason();
                });
  }

  private Optional<String> resume() {
    Optional<CaseRecord> wrong = firstBad(one -> isAny(one, "S-043", "S-044", "S-045", "S-046"));
    if (wrong.isPresent()) {
      return Optional.of("It does not resume where a client left: " + wrong.get().reason());
    }
    if (passed("S-044", "S-045")) {
      return Optional.of("It resumes where a client left.");
    }
    return record("S-045").map(seen -> "Whether it resumes was not seen: " + seen.reason());
  }

  private Optional<String> end() {
    return record("S-051").filter(one -> one.verdict() == Verdict.INFO).map(CaseRecord::reason);
  }

  private List<String> trips() {
    List<CaseRecord> trips =
        records.stream()
            .filter(EndpointSummary::isBad)
            .filter(
                one ->
                    isIn(one, "cache", "proxy", "cors", "method", "accept", "coding", "http-two")
                        || (one.verdict() == Verdict.NON_STRICT && isIn(one, "http", "open"))
                        || isAny(one, "S-006", "S-047", "S-048", "S-050"))
            .toList();
    if (trips.isEmpty()) {
      return List.of("Nothing was found that a proxy or a browser would trip over.");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add("A proxy or a browser may trip over this:");
    trips.stream().limit(NAMED).map(one -> "- " + one.reason()).forEach(sentences::add);
    if (trips.size() > NAMED) {
      sentences.add("- and " + (trips.size() - NAMED) + " more.");
    }
    return sentences;
  }
}
