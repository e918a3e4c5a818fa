package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.LongLineCase;
import dev.ssespec.cases.Words;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges how a target went about long lines. What came must be right. That it took long is no
 * failure, and is said where the long line took many times as long as short ones of as many bytes,
 * in each round: whatever else the machine had to do, it did it to both.
 */
final class LongLineJudge {
  private final LongLineCase testCase;
  private final Words words;
  private final List<ObjectNode> notes;

  private LongLineJudge(LongLineCase testCase, List<TranscriptEntry> transcript, Context context) {
    this.testCase = testCase;
    words = Words.of(context.seed(), testCase.header().code());
    notes =
        transcript.stream()
            .filter(entry -> entry.kind() == Kind.NOTE)
            .flatMap(entry -> Json.parse(entry.text()).stream())
            .toList();
  }

  static Judgement judge(LongLineCase testCase, List<TranscriptEntry> transcript, Context context) {
    var judge = new LongLineJudge(testCase, transcript, context);
    return judge.wrong().or(() -> unanswered(transcript)).orElseGet(judge::proportion);
  }

  private static Optional<Judgement> unanswered(List<TranscriptEntry> transcript) {
    boolean answered =
        transcript.stream()
            .noneMatch(entry -> entry.kind() == Kind.EXITED || entry.kind() == Kind.DEADLINE);
    return answered ? Optional.empty() : Optional.of(new AskedParses(transcript).incomplete());
  }

  private Optional<Judgement> wrong() {
    return notes.stream().flatMap(note -> wrong(note).stream()).findFirst();
  }

  private Optional<Judgement> wrong(ObjectNode note) {
    String stream =
        note.path("lines").asInt() + " x " + bytes(note) / note.path("lines").asInt(1) + " bytes: ";
    String op = note.path("op").asText();
    if (op.equals("failed")) {
      String error = "the library threw: " + EventList.quote(note.path("error").asText());
      return Optional.of(Judgement.fail(Failure.CRASH, stream + error, null, null));
    }
    if (!op.equals("parsed")) {
      return Optional.of(AskedParses.strange(note));
    }
    List<String> expected =
        LongLineCase.data(words, bytes(note), note.path("lines").asInt()).stream()
            .map(data -> "message " + LineSighting.digest(data))
            .toList();
    List<String> actual = new ArrayList<>();
    for (JsonNode event : note.path("events")) {
      actual.add(event.path("type").asText() + " " + event.path("data").asText());
    }
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    Failure kind = actual.size() < expected.size() ? Failure.MISSING : Failure.WRONG_RESULT;
    return Optional.of(
        Judgement.fail(
            kind,
            stream
                + "expected events of this type, length and hash: "
                + expected
                + ", but was "
                + EventList.quote(actual.toString()),
            null,
            null));
  }

  private static int bytes(JsonNode note) {
    return note.path("bytes").asInt();
  }

  private Judgement proportion() {
    for (int bytes : testCase.longLines()) {
      List<Long> small = micros(LineSighting.SHORT, bytes);
      List<Long> large = micros(LineSighting.LONG, bytes);
      switch (LineSighting.proportion(small, large, testCase.rounds())) {
        case KEPT -> {}
        case LOST -> {
          return Judgement.nonStrict(LongLineCase.OUT_OF_PROPORTION, sentence(bytes, small, large));
        }
        case OPEN -> {
          return Judgement.inconclusive("Rounds are missing.");
        }
      }
    }
    return Judgement.pass();
  }

  private List<Long> micros(String sent, int bytes) {
    return notes.stream()
        .filter(note -> note.path("sent").asText().equals(sent) && bytes(note) == bytes)
        .map(note -> note.path("micros").asLong())
        .toList();
  }

  private String sentence(int bytes, List<Long> small, List<Long> large) {
    return "One line of "
        + bytes
        + " bytes in chunks of "
        + testCase.chunk()
        + " took "
        + seconds(large)
        + " s, "
        + testCase.shortLines()
        + " lines of as many bytes together "
        + seconds(small)
        + " s: the time grows faster than the line.";
  }

  private static String seconds(List<Long> micros) {
    return micros.stream()
        .map(each -> String.format(Locale.ROOT, "%.2f", each / 1e6))
        .collect(Collectors.joining(", "));
  }
}
