package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ssespec.cases.Visit;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.Failure;
import dev.ssespec.report.SkipReason;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the judges of an endpoint see: the exchanges of a case's visits. */
final class EndpointSight {
  private static final Pattern LEFT_OUT = Pattern.compile("left out (\\w+): (.*)");
  private static final String UNOPENED = "the stream was not opened";

  private final List<TranscriptEntry> transcript;
  private final List<EndpointExchange> exchanges;
  private final EndpointExchange watch;
  private final EndpointStream stream;

  private EndpointSight(List<TranscriptEntry> transcript, List<EndpointExchange> exchanges) {
    this.transcript = transcript;
    this.exchanges = exchanges;
    watch = last(Visit.WATCH).orElse(new EndpointExchange(Visit.WATCH, "", List.of()));
    stream = EndpointStream.of(watch);
  }

  static EndpointSight of(List<TranscriptEntry> transcript) {
    return new EndpointSight(transcript, EndpointExchange.of(transcript));
  }

  List<EndpointExchange> all(Visit visit) {
    return exchanges.stream().filter(exchange -> exchange.visit() == visit).toList();
  }

  /** The last exchange of a visit: the others are redirects. */
  Optional<EndpointExchange> last(Visit visit) {
    List<EndpointExchange> all = all(visit);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The only exchange of a visit that was made. */
  EndpointExchange only(Visit visit) {
    return last(visit).orElseThrow(() -> new IllegalStateException("No exchange of " + visit));
  }

  Optional<EndpointExchange> labelled(Visit visit, String label) {
    return all(visit).stream().filter(exchange -> exchange.label().equals(label)).findFirst();
  }

  /** The watched stream's exchange. */
  EndpointExchange watch() {
    return watch;
  }

  /** The watched stream's head; an empty one where there is none. */
  MessageHead head() {
    return watch.head().orElse(new MessageHead("", List.of(), List.of()));
  }

  /** What the watched stream says. */
  EndpointStream stream() {
    return stream;
  }

  /** Why the visit was not made: a skip that says so; empty where it was made. */
  Optional<Judgement> notMade(Visit visit) {
    if (!all(visit).isEmpty()) {
      return Optional.empty();
    }
    String why =
        transcript.stream()
            .filter(entry -> entry.kind() == Kind.NOTE)
            .map(entry -> LEFT_OUT.matcher(entry.text()))
            .filter(matcher -> matcher.matches() && matcher.group(1).equals(visit.name()))
            .map((Matcher matcher) -> matcher.group(2))
            .findFirst()
            .orElse("the visit " + visit + " was not made");
    return Optional.of(why.equals(UNOPENED) ? unopened() : notApplicable(sentence(why)));
  }

  /** How often the trigger was pulled, whether it worked or not. */
  long pulls() {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.NOTE && entry.connection() == 0)
        .filter(
            entry ->
                entry.text().equals(EndpointJudge.PULLED)
                    || entry.text().startsWith(EndpointJudge.TRIGGER_FAILED))
        .count();
  }

  /** Why the trigger did not work the first time that it did not; empty where it always did. */
  Optional<String> triggerFailure() {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.NOTE && entry.connection() == 0)
        .filter(entry -> entry.text().startsWith(EndpointJudge.TRIGGER_FAILED))
        .map(entry -> entry.text().substring(EndpointJudge.TRIGGER_FAILED.length()))
        .findFirst();
  }

  /** The case needs a stream, and there is none. */
  Judgement unopened() {
    return prerequisite(
        watch.entries().isEmpty()
            ? "The stream was not opened."
            : "The stream was not opened: the answer was " + watch.inWords() + ".");
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  static Judgement prerequisite(String reason) {
    return skip(SkipReason.PREREQUISITE, reason);
  }

  static Judgement notApplicable(String reason) {
    return skip(SkipReason.NOT_APPLICABLE, reason);
  }

  private static Judgement skip(SkipReason skip, String reason) {
    return new Judgement(Verdict.SKIP, null, skip.word(), reason, null, null);
  }

  static Judgement fail(Failure failure, String reason, String expected, String actual) {
    return Judgement.fail(
        failure, reason, TextNode.valueOf(expected), TextNode.valueOf(shortened(actual)));
  }

  static Judgement info(String reason) {
    return Judgement.info(reason, null);
  }

  /** At most a line of what came from outside. */
  static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
