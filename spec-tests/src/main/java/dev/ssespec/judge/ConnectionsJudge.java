package dev.ssespec.judge;

import dev.ssespec.cases.ClientExpectation;
import dev.ssespec.cases.ClientExpectation.HeaderRule;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.ClientJudge.Violation;
import dev.ssespec.parser.Event;
import dev.ssespec.property.Connections;
import dev.ssespec.property.Connections.Connection;
import dev.ssespec.property.ConnectionsMeaning;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a client made of generated streams over several connections: nothing is looked up but
 * the transcript, whose notes hold the bytes.
 */
final class ConnectionsJudge {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final Context context;
  private final ClientView view;
  private final Connections connections;

  private ConnectionsJudge(List<TranscriptEntry> trial, Context context) {
    this.context = context;
    view = new ClientView(trial);
    connections =
        Connections.read(
            trial.stream()
                .map(TranscriptEntry::text)
                .filter(Connections::isNote)
                .findFirst()
                .orElse(""));
  }

  static Judgement judge(List<TranscriptEntry> transcript, Context context) {
    Judgement mildest = null;
    for (List<TranscriptEntry> trial : trials(transcript)) {
      Judgement judgement = new ConnectionsJudge(trial, context).judge(trial);
      if (judgement.verdict() == Verdict.FAIL) {
        return judgement.because(judgement.reason() + found(transcript));
      }
      mildest = mildest == null || judgement.verdict() != Verdict.PASS ? judgement : mildest;
    }
    return mildest == null ? Judgement.inconclusive("Nothing was tried.") : mildest;
  }

  /** Each begins with the note of where the origin is. */
  private static List<List<TranscriptEntry>> trials(List<TranscriptEntry> transcript) {
    List<List<TranscriptEntry>> trials = new ArrayList<>();
    for (TranscriptEntry entry : transcript) {
      if (entry.kind() == Kind.NOTE && entry.text().startsWith("origin ")) {
        trials.add(new ArrayList<>());
      }
      if (!trials.isEmpty()) {
        trials.get(trials.size() - 1).add(entry);
      }
    }
    return trials;
  }

  private static String found(List<TranscriptEntry> transcript) {
    return transcript.stream()
        .filter(entry -> entry.kind() == Kind.NOTE && entry.text().startsWith("seed "))
        .map(entry -> " (" + entry.text() + ")")
        .findFirst()
        .orElse("");
  }

  private Judgement judge(List<TranscriptEntry> trial) {
    if (view.gone()) {
      Judgement gone = Judge.gone(trial);
      return gone.because(gone.reason() + inWords());
    }
    if (!view.neverOpened().isEmpty()) {
      return ClientJudge.neverOpened(view);
    }
    var carried = ConnectionsMeaning.carriedOver(connections);
    var literal = ConnectionsMeaning.startedEmpty(connections);
    Optional<Violation> seen = application(carried, true);
    Optional<Violation> done = connection(carried);
    if (seen.isEmpty() && done.isEmpty()) {
      return Judgement.pass().with(Columns.of(Verdict.PASS, Verdict.PASS));
    }
    if (application(literal, false).isEmpty() && connection(literal).isEmpty()) {
      return Judgement.nonStrict(
              "literal text", "The last event ID buffer of each connection starts empty.")
          .with(Columns.of(verdict(seen, Verdict.NON_STRICT), verdict(done, Verdict.NON_STRICT)));
    }
    Violation first = seen.or(() -> done).orElseThrow();
    String waited = view.deadline().isEmpty() ? "" : " (The kit " + view.deadline() + ".)";
    return Judgement.fail(
            first.kind(), first.sentence() + waited + inWords(), first.expected(), first.actual())
        .with(Columns.of(verdict(seen, Verdict.FAIL), verdict(done, Verdict.FAIL)));
  }

  private static Verdict verdict(Optional<Violation> violation, Verdict otherwise) {
    return violation.isEmpty() ? Verdict.PASS : otherwise;
  }

  private Optional<Violation> application(ConnectionsMeaning meaning, boolean carried) {
    boolean ids = context.shows("last-event-id");
    List<Event> expected = new ArrayList<>(meaning.allEvents());
    List<String> behind = meaning.lastEventIds();
    String id = carried ? behind.get(behind.size() - 1) : "";
    expected.add(new Event("message", connections.next(), id));
    expected.add(new Event("message", connections.sentinel(), id));
    List<Event> wanted = EventList.fill(expected, Words.none(), ids);
    List<Event> actual = view.eventsBehind(Connections.TAUGHT, ids);
    return EventList.compare(wanted, actual)
        .map(
            difference ->
                new Violation(
                    difference.kind(),
                    difference.sentence(),
                    EventList.json(wanted, ids),
                    EventList.json(actual, ids)));
  }

  /** The first connection taught the reconnection time: the second is the first of the trial. */
  private Optional<Violation> connection(ConnectionsMeaning meaning) {
    var headers = new HeaderCheck(view, Words.none());
    for (int i = 0; i < meaning.lastEventIds().size(); i++) {
      String id = meaning.lastEventIds().get(i);
      HeaderRule rule =
          id.isEmpty() ? new HeaderRule.AbsentOrEmpty() : new HeaderRule.Exactly(Bytes.utf8(id));
      Optional<Violation> violation =
          headers.violation(new ClientExpectation.Header(i + 3, "last-event-id", rule));
      if (violation.isPresent()) {
        return violation;
      }
    }
    int most = connections.all().size() + 2;
    int requests = view.requests().size();
    return requests <= most
        ? Optional.empty()
        : Optional.of(
            new Violation(
                Failure.EXTRA, "Requests: expected " + most + " but was " + requests + "."));
  }

  /** The bytes of each connection, as text and in hexadecimal. */
  private String inWords() {
    var words = new StringBuilder();
    int request = 1;
    for (Connection one : connections.all()) {
      request++;
      words.append(" Response ").append(request).append(": ");
      String separator = "";
      for (byte[] chunk : one.chunks()) {
        words.append(separator).append('"').append(escaped(chunk)).append('"');
        separator = " ";
      }
      words.append(one.whole().length == 0 ? "" : " = ");
      separator = "";
      for (byte[] chunk : one.chunks()) {
        words.append(separator).append(HEX.formatHex(chunk));
        separator = " | ";
      }
      words.append(", then ").append(one.ending().word()).append('.');
    }
    return words.toString();
  }

  private static String escaped(byte[] chunk) {
    return Bytes.of(chunk).escaped().replace("\"", "\\\"");
  }
}
