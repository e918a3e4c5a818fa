package dev.ssespec.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssespec.cases.Conduct;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.Failure;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Json;
import java.util.List;
import java.util.Map;

/** Many clients, slow clients, and clients that leave. */
final class ToldCrowd {
  /** More than the buffers below a stream that is not read can hold. */
  private static final long BEYOND_BUFFERS = 16L << 20;

  private static final int LEFT = 300;

  private ToldCrowd() {}

  static void addTo(Map<Conduct, ConductJudge.Rule> rules) {
    rules.put(Conduct.STALLED_READER, ToldCrowd::stalledReader);
    rules.put(Conduct.LEAVING_COUNTED, ToldCrowd::leavingCounted);
    rules.put(Conduct.LEAVING_SURVIVED, ToldCrowd::leavingSurvived);
    rules.put(Conduct.VANISHED_COUNTED, ToldCrowd::vanished);
  }

  private static Judgement stalledReader(ToldSight sight, String mark) {
    JsonNode flood = sight.note(ConductJudge.FLOOD).flatMap(Json::parse).orElseGet(Json::object);
    if (!flood.has("whole")) {
      return ConductJudge.hang(sight)
          .orElseGet(() -> Judgement.inconclusive("The flood was not sent."));
    }
    long readers = flood.path("readers").asLong();
    long each = flood.path("bytes").asLong() / Math.max(1, readers);
    if (flood.path("whole").asLong() == readers
        || (flood.path("moving").asBoolean() && each > BEYOND_BUFFERS)) {
      return Judgement.pass();
    }
    String seen =
        each / (1 << 20)
            + " MiB reached each of "
            + readers
            + " readers in "
            + flood.path("millis").asLong() / 1000
            + " s";
    return flood.path("moving").asBoolean()
        ? EndpointSight.info("Too slow to tell: " + seen + ".")
        : Judgement.fail(
            Failure.MISSING,
            "Beside a client that does not read, " + seen + ", and then nothing.",
            null,
            null);
  }

  private static Judgement leavingCounted(ToldSight sight, String mark) {
    long connected = sight.said("connected");
    long gone = sight.said("disconnected");
    long all = connected > 0 ? connected : LEFT;
    return gone >= all
        ? Judgement.pass()
        : Judgement.fail(
            Failure.MISSING,
            "Of " + all + " clients that left the server noticed " + gone + ".",
            null,
            null);
  }

  /** While they are silent nobody has to know; once their connections are broken, everybody can. */
  private static Judgement vanished(ToldSight sight, String mark) {
    JsonNode seen = sight.note(ConductJudge.VANISHED).flatMap(Json::parse).orElseGet(Json::object);
    long streams = seen.path("streams").asLong();
    if (streams == 0) {
      return Judgement.inconclusive("None of the streams was answered.");
    }
    long connected = sight.said("connected");
    long all = connected > 0 ? connected : streams;
    long gone = sight.said("disconnected");
    if (gone < all) {
      return Judgement.fail(
          Failure.MISSING,
          "Of "
              + all
              + " clients that vanished the server noticed "
              + gone
              + ", though their connections were broken in the end.",
          null,
          null);
    }
    boolean early = seen.path("goneInSilence").asLong() >= all;
    return new Judgement(
        Verdict.PASS,
        null,
        early ? "let go of in silence" : "let go of when it broke",
        "",
        null,
        null);
  }

  private static Judgement leavingSurvived(ToldSight sight, String mark) {
    List<EndpointExchange> after = sight.connections("after");
    if (after.isEmpty()) {
      return Judgement.inconclusive("No stream was opened afterwards.");
    }
    byte[] body = ToldSight.payload(after.get(0));
    return LiteralInterpreter.interpret(body).events().isEmpty()
        ? Judgement.fail(
            Failure.MISSING,
            "After "
                + LEFT
                + " clients left, the next got "
                + (after.get(0).opened() ? "a stream without events" : after.get(0).inWords())
                + ".",
            null,
            null)
        : Judgement.pass();
  }
}
