package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Expected;
import dev.ssespec.cases.OpenOptions;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Replay;
import dev.ssespec.cases.Until;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.ScriptBuilder;
import dev.ssespec.target.Adapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays the stream of a parser's case as the body of a response.
 *
 * <ol>
 *   <li>Where the adapter cannot set the reconnection time, a first response does nothing but that,
 *       so that what follows is not waited for.
 *   <li>The stream is the whole body of the next response, in the chunks of the variant.
 *   <li>The end of that response belongs to the stream. What shows that the target is done with it
 *       is an event on the connection that comes next, or that it gave up (as the end makes those
 *       do that never come back); where the stream stays open, that its events have arrived.
 * </ol>
 */
final class ReplaySession implements Session {
  private static final String TEACHING = "retry: 1\ndata: " + Replay.TAUGHT + "\n\n";
  private static final String BEHIND =
      "data: " + Replay.NEXT + "\n\ndata: " + Replay.SENTINEL + "\n\n";

  private final ClientSession client;
  private final long seed;
  private final Set<String> capabilities;
  private final ReturnProbe probe;

  ReplaySession(ClientSession client, long seed, Set<String> capabilities, ReturnProbe probe) {
    this.client = client;
    this.seed = seed;
    this.capabilities = capabilities;
    this.probe = probe;
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    var testCase = (ParserCase) job.testCase();
    Words words = Words.of(seed, testCase.header().code());
    boolean taught = comesBack(testCase) && !capabilities.contains("retry-option");
    List<Script> scripts = new ArrayList<>();
    if (taught) {
      scripts.add(Script.eventStream().body(TEACHING).end());
    }
    scripts.add(stream(testCase, job.variant(), words));
    if (comesBack(testCase)) {
      scripts.add(Script.eventStream().body(BEHIND).hold());
    }
    var play =
        new ClientPlay(
            Program.of(scripts.toArray(Script[]::new)),
            OpenOptions.none().types(Replay.types(testCase).toArray(String[]::new)),
            List.of(),
            until(testCase),
            !testCase.end() && probe.comesBack(),
            100);
    String note =
        "replay: the stream answers request "
            + (taught ? 2 : 1)
            + (comesBack(testCase) ? "" : " alone");
    return client.play(play, words, note, adapter);
  }

  private boolean comesBack(ParserCase testCase) {
    return testCase.end() && probe.comesBack();
  }

  private static Script stream(ParserCase testCase, Map<String, String> variant, Words words) {
    byte[] filled = words.fill(testCase.stream().toArray());
    ScriptBuilder response = Script.eventStream();
    ParserVariants.parses(testCase, variant, filled).get(0).chunks().forEach(response::body);
    return testCase.end() ? response.end() : response.hold();
  }

  private Until until(ParserCase testCase) {
    if (comesBack(testCase)) {
      return Until.any(new Until.EventSeen(Replay.SENTINEL), new Until.GaveUp());
    }
    if (testCase.end()) {
      return new Until.Failed(1);
    }
    Expected canonical = testCase.outcomes().get(0);
    Until[] events =
        canonical.events().stream()
            .map(Event::data)
            .map(Until.EventSeen::new)
            .toArray(Until[]::new);
    return Until.any(Until.all(events), new Until.GaveUp());
  }
}
