package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientExpectation.ObjectKeepsUrl;
import dev.ssespec.cases.ClientExpectation.ObjectShows;
import dev.ssespec.cases.ClientExpectation.Refused;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.report.Failure;
import java.util.List;
import java.util.Optional;

/** Whether the object that stands for a source was as it has to be with each report. */
final class ObjectCheck {
  private static final String OBJECT = "object";

  private final ClientView view;

  ObjectCheck(ClientView view) {
    this.view = view;
  }

  /** Whether the expectation is about the object at all. */
  static boolean isAbout(ClientExpectation expectation) {
    return expectation instanceof ObjectShows
        || expectation instanceof ObjectKeepsUrl
        || expectation instanceof Refused;
  }

  Optional<Violation> violation(ClientExpectation expectation) {
    if (expectation instanceof ObjectShows shows) {
      return shows(shows);
    }
    return expectation instanceof Refused refused ? refused(refused.name()) : keepsUrl();
  }

  private Optional<Violation> shows(ObjectShows expected) {
    List<ObjectNode> reports = reports(expected.report());
    if (reports.isEmpty()) {
      return Optional.of(
          new Violation(
              Failure.MISSING, "There was no report of the kind " + expected.report() + "."));
    }
    return reports.stream()
        .map(report -> report.path(OBJECT).path(expected.attribute()))
        .filter(actual -> !actual.toString().equals(expected.value()))
        .findFirst()
        .map(actual -> wrong(expected, actual));
  }

  private static Violation wrong(ObjectShows expected, JsonNode actual) {
    return new Violation(
        actual.isMissingNode() ? Failure.MISSING : Failure.WRONG_RESULT,
        "The object's "
            + expected.attribute()
            + " at the report "
            + expected.report()
            + " expected "
            + expected.value()
            + " but was "
            + (actual.isMissingNode() ? "not shown" : actual)
            + ".");
  }

  /** The URL that a redirect leads to is the connection's, not the source's. */
  private Optional<Violation> keepsUrl() {
    String told = view.told("open").path("url").asText();
    return view.reports().stream()
        .filter(report -> report.has(OBJECT))
        .map(report -> report.path(OBJECT).path("url").asText())
        .filter(url -> !url.equals(told))
        .findFirst()
        .map(
            url ->
                new Violation(
                    Failure.WRONG_RESULT,
                    "The object's url expected " + told + " but was " + url + "."));
  }

  private Optional<Violation> refused(String name) {
    String actual =
        reports("refused").stream()
            .map(report -> report.path("name").asText())
            .findFirst()
            .orElse("");
    return ExpectationCheck.unless(
        actual.equals(name),
        actual.isEmpty() ? Failure.MISSING : Failure.WRONG_RESULT,
        "The address has to be refused with a "
            + name
            + ", but "
            + (actual.isEmpty()
                ? "no error with a name came."
                : "the error was a " + actual + "."));
  }

  /**
   * The reports of one kind: an op, {@code connecting} or {@code failed} for the states of an
   * error, or {@code refused} for a source that was never made.
   */
  private List<ObjectNode> reports(String kind) {
    return switch (kind) {
      case "connecting" -> errors("connecting");
      case "failed" -> errors("closed");
      case "refused" -> said("failed");
      default -> said(kind);
    };
  }

  private List<ObjectNode> errors(String state) {
    return said("error").stream()
        .filter(message -> message.path("state").asText().equals(state))
        .toList();
  }

  private List<ObjectNode> said(String op) {
    return view.reports().stream()
        .filter(message -> message.path("op").asText().equals(op))
        .toList();
  }
}
