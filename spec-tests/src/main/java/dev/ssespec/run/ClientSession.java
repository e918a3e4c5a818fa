package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Deed;
import dev.ssespec.cases.OpenOptions;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Stage;
import dev.ssespec.server.Step;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a client case.
 *
 * <ol>
 *   <li>The origin puts the program up, and the target is told to open a source there.
 *   <li>What the origin sees and what the target says goes into the transcript, and lets the kit do
 *       what the case asks for.
 *   <li>When all that the case waits for has happened (or the deadline has passed), the kit goes on
 *       watching for silence where the case is about silence.
 *   <li>The transcript is marked: the case is over. The source is closed, and all that was reported
 *       before the answer counts.
 * </ol>
 */
final class ClientSession implements Session {
  /** The reconnection time that is asked for where the adapter can set one. */
  static final int RETRY_MILLIS = 50;

  /** The gate before the first answer, for targets that listen to types of events afterwards. */
  static final String LISTENING = "the target listens";

  private static final AtomicLong IDS = new AtomicLong();

  private final RunOptions options;
  private final Set<String> capabilities;
  private final Venue venue;

  ClientSession(RunOptions options, Hello hello, Venue venue) {
    this.options = options;
    this.venue = venue;
    capabilities = hello.capabilities();
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    ClientPlay play = ((ClientCase) job.testCase()).play();
    Origin origin = venue.enter(needsOriginOfItsOwn(play));
    try {
      return play(job, adapter, origin);
    } finally {
      venue.leave(origin);
    }
  }

  private static boolean needsOriginOfItsOwn(ClientPlay play) {
    return play.reactions().stream()
        .anyMatch(r -> r.deed() instanceof Deed.Refuse || r.deed() instanceof Deed.Accept);
  }

  private Transcript play(Job job, Adapter adapter, Origin origin) {
    var testCase = (ClientCase) job.testCase();
    Words words = Words.of(options.seed(), testCase.header().code());
    Program program = FilledProgram.of(testCase.play().program(), words, origin);
    Program played =
        capabilities.contains("ready") ? HeldProgram.until(LISTENING, program) : program;
    var transcript = new Transcript();
    String id = "c" + IDS.incrementAndGet();
    ClientPlay play = testCase.play();
    var silence =
        new SilenceWatch(
            adapter,
            venue.common(),
            sendsRetry(program),
            play.controlRetryMillis(),
            capabilities,
            options.timeout());
    try (Stage stage = origin.stage(played)) {
      var course =
          new ClientCourse(
              id, play, words, transcript, adapter, stage, origin, silence, capabilities);
      transcript.add(Kind.NOTE, "origin " + origin.base() + " other " + origin.otherBase());
      stage.observe(course::saw);
      adapter.converse(id, course::heard);
      course.beforeOpen();
      course.tell(open(id, stage, play.options(), words));
      course.begin();
      course.awaitUntil(options.timeout());
      boolean watched = play.silence() && capabilities.contains("reconnect");
      if (watched && adapter.alive() && !course.neverOpened()) {
        silence.await(transcript);
      }
      course.finish();
    } finally {
      adapter.leave(id);
    }
    return transcript;
  }

  /** Whether the target learns a reconnection time from the case itself. */
  private static boolean sendsRetry(Program program) {
    return program.routes().values().stream()
        .flatMap(route -> route.scripts().stream())
        .flatMap(script -> script.steps().stream())
        .filter(Step.Write.class::isInstance)
        .map(step -> new String(((Step.Write) step).bytes(), StandardCharsets.ISO_8859_1))
        .anyMatch(bytes -> bytes.contains("retry:"));
  }

  private ObjectNode open(String id, Stage stage, OpenOptions how, Words words) {
    ObjectNode message = Json.message("open").put("id", id).put("url", stage.url().toString());
    List<String> types = how.eventTypes().stream().map(words::fill).toList();
    types.forEach(message.putArray("eventTypes")::add);
    how.lastEventId().ifPresent(value -> message.put("lastEventId", words.fill(value)));
    if (!how.headers().isEmpty()) {
      ObjectNode headers = message.putObject("headers");
      how.headers().forEach((name, value) -> headers.put(name, words.fill(value)));
    }
    how.method().ifPresent(value -> message.put("method", value));
    how.body().ifPresent(value -> message.put("body", words.fill(value)));
    if (how.withCredentials()) {
      message.put("withCredentials", true);
    }
    if (capabilities.contains("retry-option")) {
      message.put("retryMs", RETRY_MILLIS);
    }
    return message;
  }
}
