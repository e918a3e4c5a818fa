package dev.ssespec.server;

import dev.ssespec.server.Step.Await;
import dev.ssespec.server.Step.Cut;
import dev.ssespec.server.Step.End;
import dev.ssespec.server.Step.Pause;
import dev.ssespec.server.Step.Redirect;
import dev.ssespec.server.Step.RedirectByPath;
import dev.ssespec.server.Step.Reset;
import dev.ssespec.server.Step.Write;
import dev.ssespec.server.Step.WriteCoded;
import dev.ssespec.server.Step.WriteFilled;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plays a script on a connection, one step after the other, without a thread of its own: each step
 * calls {@link #resume} when it is done, at once or from wherever it was woken.
 */
final class ScriptPlayer {
  private enum Phase {
    PLAYING,
    ENDED,
    OVER
  }

  private final Stage stage;
  private final Wire connection;
  private final int request;
  private final Script script;
  private final AtomicInteger wakeUps = new AtomicInteger();
  private @Nullable BodyCoder coder;
  private int next;
  private Phase phase = Phase.PLAYING;

  ScriptPlayer(Stage stage, Wire connection, int request, Script script) {
    this.stage = stage;
    this.connection = connection;
    this.request = request;
    this.script = script;
  }

  /** Plays the next step. A loop, since steps that are done at once must not pile up the stack. */
  void resume() {
    if (wakeUps.getAndIncrement() != 0) {
      return;
    }
    do {
      play(script.steps().get(next++));
    } while (wakeUps.decrementAndGet() != 0);
  }

  private void play(Step step) {
    if (step instanceof Write write) {
      write(write.bytes());
    } else if (step instanceof Pause pause) {
      connection.after(pause.duration(), this::resume);
    } else if (step instanceof Await await) {
      stage.gates().whenOpen(await.gate(), this::resume);
    } else if (step instanceof Redirect redirect) {
      String to = stage.address(redirect.subPath(), redirect.otherOrigin()).toString();
      write(response(redirect.status(), to));
    } else if (step instanceof RedirectByPath redirect) {
      write(response(redirect.status(), stage.path() + redirect.subPath()));
    } else if (step instanceof WriteFilled filled) {
      write(filled.framed());
    } else if (step instanceof WriteCoded coded) {
      write(ScriptBuilder.chunk(code(coded)));
    } else if (step instanceof End) {
      finish(nanos -> new WireRecord.Ended(nanos, connection.number(), request));
    } else if (step instanceof Cut) {
      finish(nanos -> new WireRecord.WasCut(nanos, connection.number(), request));
    } else if (step instanceof Reset) {
      reset(nanos -> new WireRecord.WasReset(nanos, connection.number(), request));
    }
    // What is left is Hold: the connection watches for the peer's end anyway.
  }

  private byte[] code(WriteCoded piece) {
    BodyCoder current = coder;
    if (current == null) {
      current = BodyCoder.of(piece.coding());
      coder = current;
    }
    return current.code(piece.plain(), piece.ends());
  }

  /** Web pages may follow it, too, where it comes from another origin. */
  private static byte[] response(int status, String location) {
    return StatusLine.of(
        "HTTP/1.1",
        status,
        "Location: "
            + location
            + "\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private void write(byte[] bytes) {
    if (move(
        Phase.PLAYING, nanos -> new WireRecord.Wrote(nanos, connection.number(), request, bytes))) {
      connection.write(bytes, this::resume, () -> peerClosed(true));
    }
  }

  private void finish(LongFunction<WireRecord> made) {
    if (move(Phase.ENDED, made)) {
      connection.finish();
    }
  }

  private void reset(LongFunction<WireRecord> made) {
    if (move(Phase.OVER, made)) {
      stage.leave(this);
      connection.reset();
    }
  }

  /** The peer has gone, which the connection has noticed. */
  void peerClosed(boolean byReset) {
    if (move(
        Phase.OVER,
        nanos -> new WireRecord.PeerClosed(nanos, connection.number(), request, byReset))) {
      stage.leave(this);
      connection.close();
    }
  }

  /** The stage is being closed. */
  void abandon() {
    reset(nanos -> new WireRecord.Abandoned(nanos, connection.number(), request));
  }

  /** The connection is closed without anything that would be worth a record. */
  void leave() {
    synchronized (this) {
      phase = Phase.OVER;
    }
    stage.leave(this);
  }

  /** Records an act that leads to the given phase, unless all is over already. */
  private boolean move(Phase then, LongFunction<WireRecord> made) {
    synchronized (this) {
      if (phase == Phase.OVER) {
        return false;
      }
      phase = then;
      stage.recording().add(made);
    }
    stage.recording().deliver();
    return true;
  }
}
