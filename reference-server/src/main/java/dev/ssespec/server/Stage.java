package dev.ssespec.server;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program at an unguessable path of an {@link Origin}, and the record of all that happened
 * there.
 *
 * <ol>
 *   <li>{@link Origin#stage} puts it up; from then on {@link #url} answers.
 *   <li>Each request is recorded and answered by its script.
 *   <li>{@link #close} resets what is still open; from then on the path answers 404. The records
 *       stay.
 * </ol>
 *
 * <p>Safe for use by many threads.
 */
public final class Stage implements AutoCloseable {
  private final Origin origin;
  private final Program program;
  private final String path;
  private final Gates gates;
  private final Recording recording = new Recording();

  // All guarded by this.
  private final Map<String, Integer> visits = new HashMap<>();
  private final Set<ScriptPlayer> open = new HashSet<>();
  private int requests;
  private long recordedBytes;
  private boolean flooded;
  private boolean closed;

  Stage(Origin origin, Program program, String path) {
    this.origin = origin;
    this.program = program;
    this.path = path;
    this.gates = new Gates(origin.executor());
  }

  /** Where the program's route "" answers, on the main port. */
  public URI url() {
    return origin.base().resolve(path);
  }

  /** Where the program's route "" answers over TLS. */
  public URI secureUrl(boolean httpTwo) {
    return origin.secureBase(httpTwo).resolve(path);
  }

  /** The path of {@link #url}. It holds 128 random bits, and neither name nor meaning. */
  public String path() {
    return path;
  }

  /** What has happened so far, in order. Its byte arrays are shared: for reading only. */
  public List<WireRecord> records() {
    return recording.all();
  }

  /**
   * Shows the consumer each record, from the first one of the stage on, in order, one at a time and
   * without loss. It is called by the threads that do the wire's work and must be quick; what it
   * throws is logged.
   */
  public void observe(Consumer<WireRecord> consumer) {
    recording.watch(consumer);
  }

  /** Opens the gate for each script that waits for it, now or later. */
  public void release(String gate) {
    gates.release(gate);
  }

  /** Resets each connection that is still open, and takes the path down. May be called twice. */
  @Override
  public void close() {
    List<ScriptPlayer> players;
    synchronized (this) {
      closed = true;
      players = List.copyOf(open);
    }
    origin.forget(this);
    players.forEach(ScriptPlayer::abandon);
  }

  /** Records the request and plays the script for it on the connection. */
  void serve(Wire connection, Request request) {
    ScriptPlayer player = admit(connection, request);
    recording.deliver();
    if (player == null) {
      connection.reset();
    } else {
      connection.play(player);
    }
  }

  private synchronized @Nullable ScriptPlayer admit(Wire connection, Request request) {
    int number = requests + 1;
    recordedBytes += request.head().length + request.body().length;
    if (closed || flooded) {
      return null;
    }
    if (number > origin.limits().maxRequestsPerStage()
        || recordedBytes > origin.limits().maxRecordedBytesPerStage()) {
      flooded = true;
      recording.add(nanos -> new WireRecord.Flooded(nanos, connection.number(), number));
      return null;
    }
    requests = number;
    String subPath = request.path().substring(path.length());
    recording.add(
        nanos ->
            new WireRecord.RequestSeen(
                nanos,
                connection.number(),
                number,
                subPath,
                request.method(),
                request.target(),
                request.head(),
                request.body()));
    ScriptPlayer player =
        new ScriptPlayer(
            this, connection, number, script(request.method(), subPath).forRequest(request));
    open.add(player);
    return player;
  }

  private Script script(String method, String subPath) {
    Route route = program.routes().get(subPath);
    if (route == null) {
      return Script.status(404);
    }
    return method.equals("OPTIONS") && route.preflight().isPresent()
        ? route.preflight().get()
        : route.script(visits.merge(subPath, 1, Integer::sum));
  }

  synchronized void leave(ScriptPlayer player) {
    open.remove(player);
  }

  Recording recording() {
    return recording;
  }

  Gates gates() {
    return gates;
  }

  /** Where a redirect goes. */
  URI address(String subPath, boolean otherOrigin) {
    return (otherOrigin ? origin.otherBase() : origin.base()).resolve(path + subPath);
  }
}
