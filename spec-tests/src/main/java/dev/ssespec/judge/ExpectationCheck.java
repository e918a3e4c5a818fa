package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.parser.Event;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import java.util.List;
import java.util.Optional;

/** Whether an expectation holds of what a client case's transcript shows. */
final class ExpectationCheck {
  /** So many reports make the point. */
  private static final int SOME = 3;

  private final ClientView view;
  private final Context context;
  private final ClientPlay play;
  private final Words words;
  private final HeaderCheck headers;
  private final TimingCheck timing;
  private final ObjectCheck object;

  ExpectationCheck(ClientView view, Context context, Words words, ClientPlay play) {
    this.play = play;
    this.view = view;
    this.context = context;
    this.words = words;
    headers = new HeaderCheck(view, words);
    timing = new TimingCheck(view);
    object = new ObjectCheck(view);
  }

  Optional<Violation> violation(ClientExpectation expectation) {
    if (expectation instanceof ClientExpectation.Events events) {
      return events(events.events());
    }
    if (expectation instanceof ClientExpectation.Requests requests) {
      return requests(requests);
    }
    if (expectation instanceof ClientExpectation.Header header) {
      return headers.violation(header);
    }
    if (expectation instanceof ClientExpectation.NotBefore time) {
      return timing.notBefore(time);
    }
    if (expectation instanceof ClientExpectation.Path path) {
      return lineOf(path.request(), line -> afterSpace(line), path(path.subPath()));
    }
    if (expectation instanceof ClientExpectation.Method method) {
      return method(method);
    }
    if (expectation instanceof ClientExpectation.PeerLeft left) {
      return peerLeft(left.request());
    }
    if (expectation instanceof ClientExpectation.LeftNotBefore left) {
      return timing.leftNotBefore(left);
    }
    if (expectation instanceof ClientExpectation.InProportion proportion) {
      return timing.inProportion(proportion);
    }
    if (expectation instanceof ClientExpectation.Took took) {
      return timing.took(took);
    }
    if (expectation instanceof ClientExpectation.Filled filled) {
      return filled(filled);
    }
    if (expectation instanceof ClientExpectation.Of of) {
      return of(of);
    }
    if (expectation instanceof ClientExpectation.NoRequestAfterClose close) {
      return timing.noRequestAfterClose(close);
    }
    if (expectation instanceof ClientExpectation.RequestsInARow row) {
      return inARow(row);
    }
    return reported(expectation);
  }

  /** Told by its length: nobody reads sixteen million characters. */
  private Optional<Violation> filled(ClientExpectation.Filled expected) {
    List<Event> events = view.events(false);
    if (events.size() < expected.number()) {
      return Optional.of(
          new Violation(Failure.MISSING, "Event " + expected.number() + " never arrived."));
    }
    String actual = events.get(expected.number() - 1).data();
    String whole =
        words.fill(expected.start()) + String.valueOf(expected.fill()).repeat(expected.times());
    return unless(
        actual.equals(whole),
        Failure.WRONG_RESULT,
        "The data of event "
            + expected.number()
            + " expected "
            + whole.length()
            + " characters but was "
            + actual.length()
            + (actual.length() == whole.length() ? " others." : "."));
  }

  private Optional<Violation> of(ClientExpectation.Of of) {
    ClientView own = view.of(of.source(), play.pathOf(of.source()));
    return new ExpectationCheck(own, context, words, play)
        .violation(of.expectation())
        .map(
            v ->
                new Violation(
                    v.kind(), nameOf(of.source()) + v.sentence(), v.expected(), v.actual()));
  }

  private static String nameOf(String source) {
    return source.isEmpty() ? "The first source: " : "Source " + source + ": ";
  }

  private Optional<Violation> inARow(ClientExpectation.RequestsInARow row) {
    int longest = 0;
    int length = 0;
    for (TranscriptEntry request : view.requests()) {
      length = afterSpace(request.text()).equals(path(row.subPath())) ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
    return unless(
        longest <= row.atMost(),
        Failure.EXTRA,
        "The target made "
            + longest
            + " requests in a row to the same address; "
            + row.atMost()
            + " are enough.");
  }

  /** Expectations about what the application saw beside the events. */
  private Optional<Violation> reported(ClientExpectation expectation) {
    if (expectation instanceof ClientExpectation.Errors errors) {
      return unless(
          !context.shows("error") || view.errors().equals(errors.states()),
          errors.states().size() > view.errors().size() ? Failure.MISSING : Failure.WRONG_RESULT,
          "The errors expected " + errors.states() + " but was " + view.errors() + ".");
    }
    if (expectation instanceof ClientExpectation.FailedForGood) {
      List<String> states = view.errors();
      boolean failed = !states.isEmpty() && states.get(states.size() - 1).equals("closed");
      return unless(
          !context.shows("error") || failed,
          states.isEmpty() ? Failure.MISSING : Failure.WRONG_RESULT,
          "The connection must fail for good (an error with state closed), but the errors were "
              + states
              + ".");
    }
    if (expectation instanceof ClientExpectation.EventBeforeError before) {
      return unless(
          !context.shows("error")
              || view.eventBeforeError(words.fill(before.data()), before.error()),
          Failure.ORDER,
          "The event with data "
              + EventList.quote(words.fill(before.data()))
              + " must be reported before error "
              + before.error()
              + ".");
    }
    if (expectation instanceof ClientExpectation.Opened opened) {
      return opened(opened);
    }
    if (expectation instanceof ClientExpectation.OriginIs origin) {
      return origin(origin.main());
    }
    if (expectation instanceof ClientExpectation.NotInErrors secret) {
      String text = words.fill(secret.text());
      return unless(
          view.errorMessages().stream().noneMatch(message -> message.contains(text)),
          Failure.EXTRA,
          "The message of an error holds " + EventList.quote(text) + ".");
    }
    if (ObjectCheck.isAbout(expectation)) {
      return object.violation(expectation);
    }
    if (expectation instanceof ClientExpectation.ClosedByHandler) {
      return unless(
          view.closedBeforeOver(),
          Failure.MISSING,
          "The handler that closes the source did not come to its end: closed was never said.");
    }
    return unless(
        view.afterClose().isEmpty(),
        Failure.EXTRA,
        "After the answer to close the target still reported " + some(view.afterClose()) + ".");
  }

  /** A client that cannot be stopped may report thousands. */
  private static String some(List<ObjectNode> reports) {
    int more = reports.size() - SOME;
    return more <= 0 ? reports.toString() : reports.subList(0, SOME) + " and " + more + " more";
  }

  static Optional<Violation> unless(boolean holds, Failure kind, String sentence) {
    return holds ? Optional.empty() : Optional.of(new Violation(kind, sentence));
  }

  private Optional<Violation> events(List<Event> template) {
    boolean ids = context.shows("last-event-id");
    List<Event> expected = EventList.fill(template, words, ids);
    List<Event> actual = view.events(ids);
    return EventList.compare(expected, actual)
        .map(
            difference ->
                new Violation(
                    difference.kind(),
                    difference.sentence(),
                    EventList.json(expected, ids),
                    EventList.json(actual, ids)));
  }

  private Optional<Violation> requests(ClientExpectation.Requests expected) {
    int actual = view.requests().size();
    String wanted =
        expected.atLeast() == expected.atMost()
            ? "" + expected.atLeast()
            : expected.atMost() == Integer.MAX_VALUE
                ? "at least " + expected.atLeast()
                : expected.atLeast() + " to " + expected.atMost();
    String sentence = "Requests: expected " + wanted + " but was " + actual + ".";
    return unless(actual >= expected.atLeast(), Failure.MISSING, sentence)
        .or(() -> unless(actual <= expected.atMost(), Failure.EXTRA, sentence));
  }

  private interface Part {
    String of(String line);
  }

  private Optional<Violation> lineOf(int request, Part part, String expected) {
    Optional<TranscriptEntry> entry = view.request(request);
    if (entry.isEmpty()) {
      return Optional.of(new Violation(Failure.MISSING, "Request " + request + " never came."));
    }
    String actual = part.of(entry.get().text());
    return unless(
        actual.equals(expected),
        Failure.WRONG_RESULT,
        "Request " + request + " expected " + expected + " but was " + actual + ".");
  }

  private static String path(String subPath) {
    return subPath.isEmpty() ? "." : subPath;
  }

  private static String afterSpace(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private Optional<Violation> method(ClientExpectation.Method expected) {
    return lineOf(
            expected.request(), line -> line.substring(0, line.indexOf(' ')), expected.method())
        .or(
            () ->
                unless(
                    view.body(expected.request()).equals(words.fill(expected.body())),
                    Failure.WRONG_RESULT,
                    "The body of request "
                        + expected.request()
                        + " expected "
                        + EventList.quote(words.fill(expected.body()))
                        + " but was "
                        + EventList.quote(view.body(expected.request()))
                        + "."));
  }

  private Optional<Violation> peerLeft(int request) {
    return unless(
        view.peerLeft(request),
        Failure.MISSING,
        "The target never ended the connection of request " + request + ".");
  }

  private Optional<Violation> opened(ClientExpectation.Opened expected) {
    long actual = view.count("opened");
    String sentence =
        "Announced connections: expected "
            + (expected.atLeast() == expected.atMost()
                ? "" + expected.atLeast()
                : expected.atLeast() + " or more")
            + " but was "
            + actual
            + ".";
    if (!context.shows("opened")) {
      return Optional.empty();
    }
    return unless(actual >= expected.atLeast(), Failure.MISSING, sentence)
        .or(() -> unless(actual <= expected.atMost(), Failure.EXTRA, sentence));
  }

  private Optional<Violation> origin(boolean main) {
    String expected = view.originAddress(main);
    return unless(
        !context.shows("origin") || view.origins().stream().allMatch(expected::equals),
        Failure.WRONG_RESULT,
        "The origin of the events expected " + expected + " but was " + view.origins() + ".");
  }
}
