package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Deed;
import dev.ssespec.cases.FurtherOptions;
import dev.ssespec.cases.OpenOptions;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Program;
import dev.ssespec.server.Stage;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Hello;
import dev.ssespec.target.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
  private final OtherSource other;

  ClientSession(RunOptions options, Hello hello, Venue venue) {
    this.options = options;
    this.venue = venue;
    capabilities = hello.capabilities();
    other = new OtherSource(capabilities, options.timeout());
  }

  @Override
  public Transcript play(Job job, Adapter adapter) {
    ClientPlay play = ((ClientCase) job.testCase()).play();
    Words words = Words.of(options.seed(), job.testCase().header().code());
    return play(play, words, "", adapter);
  }

  private static boolean needsOriginOfItsOwn(ClientPlay play) {
    return play.reactions().stream()
        .anyMatch(r -> r.deed() instanceof Deed.Refuse || r.deed() instanceof Deed.Accept);
  }

  /**
   * Plays what is no client case of its own.
   *
   * @param note what a judge has to know beside what happens
   */
  Transcript play(ClientPlay play, Words words, String note, Adapter adapter) {
    ProgramTime time = ProgramTime.of(play);
    Duration timeout = options.timeout().plus(time.pauses());
    return play(play, words, note, adapter, course -> course.awaitUntil(timeout, time));
  }

  /** The same, for as long as something happens every {@code patience}. */
  Transcript playPatiently(
      ClientPlay play, Words words, String note, Adapter adapter, Duration patience) {
    return play(play, words, note, adapter, course -> course.awaitLastSign(patience));
  }

  private Transcript play(
      ClientPlay play, Words words, String note, Adapter adapter, Consumer<ClientCourse> wait) {
    Origin origin = venue.enter(needsOriginOfItsOwn(play));
    try {
      return play(play, words, note, adapter, origin, wait);
    } finally {
      venue.leave(origin);
    }
  }

  private Transcript play(
      ClientPlay play,
      Words words,
      String note,
      Adapter adapter,
      Origin origin,
      Consumer<ClientCourse> wait) {
    Program program = FilledProgram.of(play.program(), words, origin);
    Program played =
        capabilities.contains("ready") ? HeldProgram.until(LISTENING, program) : program;
    var transcript = new Transcript();
    String id = "c" + IDS.incrementAndGet();
    var silence =
        new SilenceWatch(
            adapter,
            venue.common(),
            RetryLines.anyIn(program),
            play.controlRetryMillis(),
            capabilities,
            options.timeout());
    try (Stage stage = origin.stage(played)) {
      var course =
          new ClientCourse(
              id,
              play,
              words,
              transcript,
              adapter,
              stage,
              origin,
              silence,
              () -> other.timed(adapter, venue.common()),
              capabilities);
      transcript.add(Kind.NOTE, "origin " + origin.base() + " other " + origin.otherBase());
      if (!note.isEmpty()) {
        transcript.add(Kind.NOTE, note);
      }
      stage.observe(course::saw);
      adapter.converse(id, course::heard);
      course.beforeOpen();
      ObjectNode open = open(id, address(stage, play.options(), words), play.options(), words);
      play.options().further().address().ifPresent(text -> open.put("url", text));
      if (play.options().further().trusts()) {
        open.put("caFile", origin.certificate().toString());
      }
      course.tell(open);
      for (ClientPlay.OtherSource other : play.others()) {
        String otherId = course.idOf(other.name());
        adapter.converse(otherId, course::heardOther);
        URI where = URI.create(stage.url() + other.subPath());
        course.tell(open(otherId, where, play.options(), words));
      }
      course.begin();
      wait.accept(course);
      boolean watched = play.silence() && capabilities.contains("reconnect");
      if (watched && adapter.alive() && !course.neverOpened()) {
        silence.await(transcript);
      }
      course.finish();
    } finally {
      adapter.leave(id);
      play.others().forEach(other -> adapter.leave(id + "." + other.name()));
    }
    return transcript;
  }

  private static URI address(Stage stage, OpenOptions how, Words words) {
    String url =
        (switch (how.further().tls()) {
              case NONE -> stage.url();
              case TRUSTED, UNTRUSTED -> stage.secureUrl(false);
              case HTTP_TWO -> stage.secureUrl(true);
            })
            .toString();
    return URI.create(
        how.further()
            .userInformation()
            .map(user -> url.replace("://", "://" + words.fill(user) + "@"))
            .orElse(url));
  }

  private ObjectNode open(String id, URI url, OpenOptions how, Words words) {
    ObjectNode message = Json.message("open").put("id", id).put("url", url.toString());
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
    FurtherOptions further = how.further();
    if (capabilities.contains("retry-option") && !further.ownTime()) {
      message.put("retryMs", RETRY_MILLIS);
    }
    further.readTimeoutMillis().ifPresent(millis -> message.put("readTimeoutMs", millis));
    if (further.showsObject()) {
      message.put("showObject", true);
    }
    further
        .selfClose()
        .ifPresent(close -> message.put("closeOn", close.on()).put("closeTimes", close.times()));
    return message;
  }
}
