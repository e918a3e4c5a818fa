package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.judge.Context;
import dev.ssespec.judge.Judge;
import dev.ssespec.judge.Judgement;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.property.Feed;
import dev.ssespec.report.Bytes;
import dev.ssespec.report.Failure;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.Json;
import dev.ssespec.target.ParserTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays parser cases in every variant of the runner without an adapter between, and judges each
 * answer with the real judge, a right answer once. Hundreds of parsers are tested in seconds. Safe
 * for all threads.
 */
public final class DirectPlay {
  /** Of more ways than that to cut a stream, every second, third and so on will do. */
  private static final int MANY = 300;

  private static final Set<String> ALL =
      Set.of("last-event-id", "retry", "comments", "chunks", "events-before-eof");

  private final Context context;
  private final Set<List<Object>> right = ConcurrentHashMap.newKeySet();

  /** With the random parts of payloads drawn from {@code seed}. */
  public DirectPlay(long seed) {
    context = new Context(seed, ALL, "eventsource");
  }

  /**
   * A variant that failed.
   *
   * @param variant dimension to value
   * @param kind in which way
   * @param reason the judge's sentence
   */
  public record Bad(String code, Map<String, String> variant, Failure kind, String reason) {}

  /** All that fails. */
  public List<Bad> bad(List<ParserCase> cases, ParserTarget target) {
    List<Bad> bad = new ArrayList<>();
    for (ParserCase one : cases) {
      byte[] stream = Words.of(context.seed(), one.header().code()).fill(one.stream().toArray());
      for (Job job : ParserVariants.of(one, ALL)) {
        Set<Answered> answers = new HashSet<>();
        List<Feed> parses = ParserVariants.parses(one, job.variant(), stream);
        for (int i = 0; i < parses.size(); i += 1 + parses.size() / MANY) {
          answers.add(answered(one, target, parses.get(i)));
        }
        for (Answered answered : answers) {
          Judgement judgement = judge(one, answered);
          Failure kind = judgement.failure();
          if (judgement.verdict() == Verdict.FAIL && kind != null) {
            bad.add(new Bad(one.header().code(), job.variant(), kind, judgement.reason()));
          }
        }
      }
    }
    return bad;
  }

  /**
   * An answer.
   *
   * @param open the bytes that had been sent, where the stream was left open before the end that
   *     the case has; elsewhere none, as only the answer counts
   * @param answer what the parser found, or the message of what it threw
   */
  private record Answered(Bytes open, Object answer) {}

  private static Answered answered(ParserCase one, ParserTarget target, Feed feed) {
    Bytes open = feed.end() || !one.end() ? Bytes.none() : Bytes.of(feed.whole());
    return new Answered(open, answer(target, feed.chunks(), feed.end()));
  }

  private static Object answer(ParserTarget target, List<byte[]> chunks, boolean end) {
    try {
      return target.parse(chunks, end);
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private Judgement judge(ParserCase one, Answered answered) {
    List<Object> known = List.of(one.header().code(), answered);
    if (right.contains(known)) {
      return Judgement.pass();
    }
    var transcript = new Transcript();
    ObjectNode question = Json.message("parse").put("id", "p1");
    if (answered.open().length() > 0) {
      question.put("eof", false).putArray("chunks").add(answered.open().base64());
    }
    transcript.add(Kind.TOLD, question.toString());
    transcript.add(Kind.SAID, message(answered.answer()).put("id", "p1").toString());
    Judgement judgement = Judge.judge(one, transcript.entries(), context);
    if (judgement.verdict() == Verdict.PASS) {
      right.add(known);
    }
    return judgement;
  }

  private static ObjectNode message(Object answer) {
    if (!(answer instanceof Interpretation found)) {
      return Json.message("failed").put("error", answer.toString());
    }
    ObjectNode message = Json.message("parsed").put("lastEventId", found.lastEventId());
    var events = message.putArray("events");
    found
        .events()
        .forEach(
            e ->
                events
                    .addObject()
                    .put("type", e.type())
                    .put("data", e.data())
                    .put("lastEventId", e.lastEventId()));
    found.comments().forEach(message.putArray("comments")::add);
    found.reconnectionTime().ifPresent(time -> message.put("retry", time));
    return message;
  }
}
