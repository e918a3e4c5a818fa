package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Replay;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a parser's case that was replayed over HTTP. What the application saw is compared with the
 * outcomes that a parser may have; of the connection it is asked that it came back, with the last
 * event ID that the stream left behind.
 */
final class ReplayJudge {
  /** What the session notes: which request got the stream, and whether another has to follow. */
  private static final String NOTE = "replay: the stream answers request ";

  /** An id that some header fields cannot hold, or that is long: what is sent is left open. */
  private static final int LONG_ID = 1000;

  private final ParserCase testCase;
  private final Context context;
  private final Words words;
  private final ClientView view;
  private final int request;
  private final boolean comesBack;
  private final List<Event> behind;

  private ReplayJudge(ParserCase testCase, List<TranscriptEntry> transcript, Context context) {
    this.testCase = testCase;
    this.context = context;
    words = Words.of(context.seed(), testCase.header().code());
    view = new ClientView(testCase.end() ? transcript : untilClosing(transcript));
    String[] note = view.note(NOTE).split(" ", 2);
    request = note[0].isEmpty() ? 1 : Integer.parseInt(note[0]);
    comesBack = note.length == 1;
    behind =
        Stream.of(Replay.NEXT, Replay.SENTINEL)
            .map(data -> new Event("message", words.fill(data), ""))
            .toList();
  }

  /** Of a stream that stays open, what the kit's own closing brings about is another matter. */
  private static List<TranscriptEntry> untilClosing(List<TranscriptEntry> transcript) {
    return transcript.stream()
        .takeWhile(e -> e.kind() != Kind.TOLD || !e.text().startsWith("{\"op\":\"close\""))
        .toList();
  }

  /** Whether the transcript is one of a stream over HTTP. */
  static boolean isReplay(List<TranscriptEntry> transcript) {
    return transcript.stream()
        .anyMatch(entry -> entry.kind() == Kind.NOTE && entry.text().startsWith(NOTE));
  }

  static Judgement judge(ParserCase testCase, List<TranscriptEntry> transcript, Context context) {
    var judge = new ReplayJudge(testCase, transcript, context);
    if (judge.view.gone()) {
      return Judge.gone(transcript);
    }
    return judge.view.neverOpened().isEmpty() ? judge.judge() : ClientJudge.neverOpened(judge.view);
  }

  private Judgement judge() {
    List<Expected> outcomes = testCase.outcomes();
    int application = first(outcomes, outcome -> application(outcome).isEmpty());
    int connection = first(outcomes, outcome -> connection(outcome).isEmpty());
    var columns =
        new Columns(
            Optional.of(verdict(application)),
            comesBack ? Optional.of(verdict(connection)) : Optional.empty());
    int both = first(outcomes, o -> application(o).isEmpty() && connection(o).isEmpty());
    if (both == 0) {
      return Judgement.pass().with(columns);
    }
    if (both > 0) {
      String name = outcomes.get(both).name();
      return Judgement.nonStrict(name, "It went the other allowed way: " + name).with(columns);
    }
    Expected nearest = outcomes.get(Math.max(0, application));
    Violation violation =
        application(nearest)
            .or(() -> connection(nearest))
            .orElseThrow(() -> new IllegalStateException("found no violation"));
    String waited = view.deadline().isEmpty() ? "" : " (The kit " + view.deadline() + ".)";
    boolean together = application >= 0 && connection >= 0;
    return Judgement.fail(
            violation.kind(),
            violation.sentence() + waited,
            violation.expected(),
            violation.actual())
        .with(together ? Columns.of(verdict(application), Verdict.FAIL) : columns);
  }

  private interface Test {
    boolean holds(Expected outcome);
  }

  private static int first(List<Expected> outcomes, Test test) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (test.holds(outcomes.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Verdict verdict(int outcome) {
    return outcome < 0 ? Verdict.FAIL : outcome == 0 ? Verdict.PASS : Verdict.NON_STRICT;
  }

  private Optional<Violation> application(Expected outcome) {
    boolean ids = context.shows("last-event-id");
    List<Event> expected = new ArrayList<>(EventList.fill(outcome.events(), words, ids));
    if (comesBack && view.request(request + 1).isPresent()) {
      expected.addAll(behind);
    }
    List<Event> actual =
        view.eventsBehind(words.fill(Replay.TAUGHT), ids).stream()
            .map(this::withoutIdBehind)
            .toList();
    return EventList.compare(expected, actual)
        .map(
            difference ->
                new Violation(
                    difference.kind(),
                    difference.sentence() + remark(expected, actual),
                    json(expected, ids),
                    json(actual, ids)))
        .or(() -> outcome.comments().flatMap(this::comments));
  }

  /** The id of an event behind the stream is the matter of client/last-event-id. */
  private Event withoutIdBehind(Event event) {
    return behind.stream().anyMatch(one -> one.data().equals(event.data()))
        ? new Event(event.type(), event.data(), "")
        : event;
  }

  private String remark(List<Event> expected, List<Event> actual) {
    return expected.containsAll(behind) && !actual.containsAll(behind)
        ? " (The last two are of the next connection.)"
        : "";
  }

  private static JsonNode json(List<Event> events, boolean ids) {
    return EventList.json(events, ids);
  }

  private Optional<Violation> comments(List<String> expected) {
    return context.shows("comments")
        ? CommentList.difference(expected.stream().map(words::fill).toList(), view.comments())
            .map(difference -> new Violation(difference.kind(), difference.sentence()))
        : Optional.empty();
  }

  private Optional<Violation> connection(Expected outcome) {
    if (!comesBack) {
      return Optional.empty();
    }
    int next = request + 1;
    if (view.request(next).isEmpty()) {
      String end = view.errors().contains("closed") ? ": it gave up" : "";
      return Optional.of(
          new Violation(
              Failure.MISSING,
              "The target did not come back when the stream had ended" + end + "."));
    }
    return headerRule(outcome)
        .flatMap(
            rule ->
                new HeaderCheck(view, words)
                    .violation(new ClientExpectation.Header(next, "last-event-id", rule)));
  }

  /**
   * What the next request has to say; empty where the case does not tell, or it is left open. That
   * an empty header is not sent is the matter of client/last-event-id, and of no stream's meaning.
   */
  private Optional<HeaderRule> headerRule(Expected outcome) {
    Optional<String> id = outcome.lastEventId().or(() -> impliedId(outcome));
    return id.filter(ReplayJudge::fitsHeader)
        .map(
            text ->
                text.isEmpty()
                    ? new HeaderRule.AbsentOrEmpty()
                    : new HeaderRule.Exactly(Bytes.utf8(text)));
  }

  /** The last event's id, where the stream ends with its data; none where no id is sent at all. */
  private Optional<String> impliedId(Expected outcome) {
    String latin = new String(testCase.stream().toArray(), StandardCharsets.ISO_8859_1);
    if (!latin.contains("id")) {
      return Optional.of("");
    }
    List<Event> events = outcome.events();
    boolean told =
        !events.isEmpty()
            && latin.endsWith("\n\n")
            && latin.lastIndexOf("id") < latin.lastIndexOf("\ndata:");
    return told ? Optional.of(events.get(events.size() - 1).lastEventId()) : Optional.empty();
  }

  private static boolean fitsHeader(String id) {
    return id.length() <= LONG_ID
        && id.equals(id.strip())
        && id.chars().noneMatch(c -> c < 0x20 || c == 0x7F);
  }
}
