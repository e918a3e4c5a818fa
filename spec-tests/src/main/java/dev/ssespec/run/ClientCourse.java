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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The course of one client case: what has happened so far, what the kit does about it, and whether
 * the case is over. Wire and target report on their own threads; deeds are done on a third, since
 * some of them wait.
 */
final class ClientCourse {
  /** An event that is no older shows that there may be more to come. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final int MOST_WAITS = 2000;

  /** How many times the timeout at most, for a source whose delay grows. */
  private static final int MOST_PATIENCE = 4;

  private final String id;
  private final ClientPlay play;
  private final Words words;
  private final Transcript transcript;
  private final Adapter adapter;
  private final Stage stage;
  private final Origin origin;
  private final SilenceWatch silence;
  private final Tally tally;
  private final int answers;
  private final List<Reaction> pending;
  private final ExecutorService deeds;
  // Guarded by tally.
  private long happenings;

  /** Set once the target's end is in the transcript; the adapter knows of it a moment earlier. */
  private volatile boolean gone;

  ClientCourse(
      String id,
      ClientPlay play,
      Words words,
      Transcript transcript,
      Adapter adapter,
      Stage stage,
      Origin origin,
      SilenceWatch silence,
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
    answers = play.program().routes().values().stream().mapToInt(r -> r.scripts().size()).sum();
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
    wake();
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
      gone = true;
    }
    wake();
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
      wake();
    }
  }

  private void wake() {
    synchronized (tally) {
      happenings++;
      tally.notifyAll();
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

  /**
   * Waits until the case is over, or the target is gone, or {@code timeout} has passed. A target
   * that is still reporting one new event after the other is slow, and gets more; so does a source
   * that waits longer from request to request, as it may, as long as the origin has another answer.
   */
  void awaitUntil(Duration timeout) {
    long begun = System.nanoTime();
    if (!await(this::isOver, () -> patience(timeout)) && !gone) {
      transcript.add(
          Kind.DEADLINE,
          "waited "
              + (System.nanoTime() - begun) / 1_000_000_000
              + " s for "
              + words.fill(play.until().inWords()));
    }
  }

  private boolean isOver() {
    return tally.flooded() || tally.neverOpened() || tally.has(play.until());
  }

  /**
   * Waits until the case is over, or the target is gone, or nothing at all has happened for {@code
   * patience}; a target that goes on for very long is left, too.
   */
  void awaitLastSign(Duration patience) {
    long seen = -1;
    for (int waits = 0; waits < MOST_WAITS && seen != happenings(); waits++) {
      seen = happenings();
      long before = seen;
      if (await(() -> isOver() || happenings != before, () -> patience) && isOver()) {
        return;
      }
    }
    if (!gone) {
      transcript.add(
          Kind.DEADLINE,
          "waited "
              + patience.toSeconds()
              + " s since the last sign for "
              + words.fill(play.until().inWords()));
    }
  }

  private long happenings() {
    synchronized (tally) {
      return happenings;
    }
  }

  private Duration patience(Duration timeout) {
    Duration most = timeout.multipliedBy(MOST_PATIENCE);
    Duration request = tally.requests() < answers ? tally.nextRequestWithin() : timeout;
    Duration wanted = Collections.max(List.of(timeout, request, tally.nextEventWithin(NEWS)));
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  private interface Condition {
    boolean holds();
  }

  private boolean await(Condition condition, Supplier<Duration> timeout) {
    long begun = System.nanoTime();
    synchronized (tally) {
      while (!condition.holds()) {
        long left = timeout.get().toNanos() - (System.nanoTime() - begun);
        if (left <= 0 || gone) {
          return false;
        }
        try {
          tally.wait(Math.max(1, left / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
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
    if (!await(() -> tally.has(new Until.Closed()), () -> CLOSING) && !gone) {
      transcript.add(Kind.NOTE, "the target did not answer close within 3 s");
    }
    await(() -> tally.othersClosed() >= play.others().size(), () -> CLOSING);
    await(() -> tally.records() >= stage.records().size(), () -> CLOSING);
    deeds.shutdownNow();
  }
}
