package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.Deed;
import dev.ssespec.cases.Reaction;
import dev.ssespec.cases.Trigger;
import dev.ssespec.cases.Until;
import dev.ssespec.cases.Words;
import dev.ssespec.report.TranscriptEntry;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.server.Origin;
import dev.ssespec.server.Stage;
import dev.ssespec.server.WireRecord;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The course of one client case: what happens, and what the kit does about it. Wire and target
 * report on their own threads; deeds are done on a third, since some of them wait.
 */
final class ClientCourse {
  /** The note of a target that had no time for close. */
  private static final String DEAF = "the target did not answer close within 3 s";

  private static final Duration CLOSING = Duration.ofSeconds(3);

  /** What the origin did is only to be handed over; no target has a part in that. */
  private static final Duration RECORDING = Duration.ofSeconds(60);

  private final String id;
  private final ClientPlay play;
  private final Words words;
  private final Transcript transcript;
  private final Adapter adapter;
  private final Stage stage;
  private final Origin origin;
  private final SilenceWatch silence;
  private final Tally tally;
  private final List<Reaction> pending;
  private final ExecutorService deeds;
  private final CourseWait wait;

  ClientCourse(
      String id,
      ClientPlay play,
      Words words,
      Transcript transcript,
      Adapter adapter,
      Stage stage,
      Origin origin,
      SilenceWatch silence,
      Supplier<Optional<Duration>> other,
      Set<String> capabilities) {
    this.id = id;
    this.play = play;
    this.words = words;
    this.transcript = transcript;
    this.adapter = adapter;
    this.stage = stage;
    this.origin = origin;
    this.silence = silence;
    tally = new Tally(words, capabilities.contains("error"));
    wait = new CourseWait(play, words, transcript, tally, other, new Industry(adapter::worked));
    pending = new ArrayList<>(play.reactions());
    deeds =
        Executors.newSingleThreadExecutor(
            task -> {
              var thread = new Thread(task, "ssespec-deeds-" + id);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Sends a message and writes it down. */
  void tell(ObjectNode message) {
    transcript.add(Kind.TOLD, message.toString());
    adapter.tell(message);
  }

  /** The source is about to be opened: what has to be done first is done when this returns. */
  void beforeOpen() {
    take(new Trigger.BeforeOpen()).forEach(reaction -> act(reaction.deed()));
  }

  /** The source has been opened. */
  void begin() {
    happened(new Trigger.Begun());
  }

  /** Something happened on the wire. */
  void saw(WireRecord record) {
    synchronized (tally) {
      WireNotes.add(transcript, record);
      tally.saw(record);
    }
    if (record instanceof WireRecord.RequestSeen) {
      happened(new Trigger.RequestSeen(record.request()));
    } else if (WireNotes.isOver(record)) {
      happened(new Trigger.ResponseOver(record.request()));
    }
    wait.wake();
  }

  /** The target said something. */
  void heard(Heard heard) {
    if (heard instanceof Heard.Said said) {
      ObjectNode message = said.message();
      synchronized (tally) {
        transcript.add(Kind.SAID, message.toString());
        tally.heard(message);
      }
      switch (message.path("op").asText()) {
        case "ready" -> stage.release(ClientSession.LISTENING);
        case "opened" -> happened(new Trigger.OpenSeen(tally.opened()));
        case "error" -> happened(new Trigger.ErrorSeen(tally.errors()));
        case "event" -> {
          happened(new Trigger.EventsSeen(tally.events()));
          happened(new Trigger.EventSeen(message.path("event").path("data").asText()));
        }
        default -> {}
      }
    } else if (heard instanceof Heard.Noise noise) {
      transcript.add(Kind.NOISE, noise.text());
    } else if (heard instanceof Heard.Gone end) {
      transcript.add(Kind.EXITED, end.how());
      LogNote.add(transcript, adapter);
      wait.gone();
    }
    wait.wake();
  }

  /** A further source said something. */
  void heardOther(Heard heard) {
    if (heard instanceof Heard.Said said) {
      ObjectNode message = said.message();
      synchronized (tally) {
        transcript.add(Kind.SAID, message.toString());
        tally.heardOther(message);
      }
      if (message.path("op").asText().equals("event")) {
        happened(new Trigger.EventSeen(message.path("event").path("data").asText()));
      }
      wait.wake();
    }
  }

  private void happened(Trigger trigger) {
    for (Reaction reaction : take(trigger)) {
      boolean lull = reaction.trigger() instanceof Trigger.Lull;
      deeds.execute(
          () -> {
            if (lull) {
              silence.await(transcript);
            }
            act(reaction.deed());
          });
    }
  }

  /** The reactions that wait for the trigger; each is taken once. */
  private List<Reaction> take(Trigger trigger) {
    List<Reaction> now = new ArrayList<>();
    synchronized (pending) {
      for (Reaction reaction : List.copyOf(pending)) {
        Trigger wanted =
            reaction.trigger() instanceof Trigger.Lull lull ? lull.after() : reaction.trigger();
        if (matches(wanted, trigger)) {
          pending.remove(reaction);
          now.add(reaction);
        }
      }
    }
    return now;
  }

  private boolean matches(Trigger wanted, Trigger happened) {
    return wanted instanceof Trigger.EventSeen event
        ? happened.equals(new Trigger.EventSeen(words.fill(event.data())))
        : wanted.equals(happened);
  }

  private void act(Deed deed) {
    if (deed instanceof Deed.Close) {
      tell(Json.message("close").put("id", id));
    } else if (deed instanceof Deed.CloseOther other) {
      tell(Json.message("close").put("id", idOf(other.source())));
    } else if (deed instanceof Deed.Release release) {
      stage.release(release.gate());
    } else if (deed instanceof Deed.Refuse) {
      origin.refuse();
      transcript.add(Kind.NOTE, "connections are refused from now on");
    } else if (deed instanceof Deed.Accept) {
      transcript.add(Kind.NOTE, "connections are accepted again");
      origin.accept();
    }
  }

  /** Waits for the end of the case: see {@link CourseWait#untilOver}. */
  void awaitUntil(Duration timeout, ProgramTime time) {
    wait.untilOver(timeout, time);
  }

  /** Waits for as long as something happens: see {@link CourseWait#untilQuiet}. */
  void awaitLastSign(Duration patience) {
    wait.untilQuiet(patience);
  }

  /** The id of a further source. */
  String idOf(String source) {
    return id + "." + source;
  }

  private void closeOthers() {
    for (ClientPlay.OtherSource other : play.others()) {
      if (!tally.closeAsked(transcript, idOf(other.name()))) {
        tell(Json.message("close").put("id", idOf(other.name())));
      }
    }
  }

  /** Whether the source was never opened. */
  boolean neverOpened() {
    return tally.neverOpened();
  }

  /** Marks the end, closes the source, and waits until the target has said all that it had to. */
  void finish() {
    transcript.add(Kind.NOTE, TranscriptEntry.CASE_OVER);
    closeOthers();
    if (!tally.closeAsked(transcript, id)) {
      tell(Json.message("close").put("id", id));
    }
    if (!wait.untilOrLate(() -> tally.has(new Until.Closed()), CLOSING) && !wait.isGone()) {
      transcript.add(Kind.NOTE, DEAF);
    }
    wait.untilOrLate(() -> tally.othersClosed() >= play.others().size(), CLOSING);
    wait.until(() -> tally.records() >= stage.records().size(), RECORDING);
    deeds.shutdownNow();
  }
}
