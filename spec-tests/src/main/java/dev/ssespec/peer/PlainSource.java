package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import dev.ssespec.peer.PlainPhases.Phase;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.ShownObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * One source, on a thread of its own.
 *
 * <ol>
 *   <li>It connects and checks the response.
 *   <li>It announces the connection and reads the body to its end.
 *   <li>However that went: it waits for the reconnection time and connects again, unless the
 *       connection failed for good or the source was closed.
 * </ol>
 */
final class PlainSource implements ClientTarget.Source {
  private final PlainManner manner;
  private final ClientTarget.Options options;
  private final PlainReporter reporter;
  private final PlainObject object;
  private final PlainMemory memory;
  private final PlainTimer timer;
  private final PlainReading reading;
  private final PlainFetch fetch;
  private final PlainSockets sockets;
  private final PlainCache cache;
  private final PlainPhases phases = new PlainPhases();

  private boolean everOpen;
  private int opened;
  private int attempts;
  private boolean twice;
  private int closings;
  private volatile boolean announcing;
  private boolean batchDue;

  PlainSource(
      PlainManner manner,
      ClientTarget.Options options,
      ClientTarget.Ear ear,
      PlainSiblings siblings) {
    this.manner = manner;
    this.options = options;
    object = new PlainObject(manner, options, ear);
    reporter = new PlainReporter(manner, object);
    memory = new PlainMemory(manner, options.lastEventId().orElse(""), options.url(), siblings);
    timer = new PlainTimer(manner, options.retryMillis());
    cache = new PlainCache(manner);
    reading = new PlainReading(manner, memory, timer, reporter, cache, this::pieceRead);
    sockets = new PlainSockets(manner.is(ClientOddball.CLOSES_WITH_RESET));
    fetch = new PlainFetch(manner, options, memory, sockets);
  }

  void start() {
    var thread = new Thread(this::run, "plain-client");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      if (manner.has(CANNOT_BE_CLOSED_WHILE_CONNECTING)) {
        // So that close, when it comes at once, does come before the connection.
        Thread.sleep(300);
      }
      while (!phases.over()) {
        Optional<IOException> failedAttempt = connect();
        if (phases.over()) {
          return;
        }
        if (failedAttempt.isEmpty() || !manner.has(WAITS_NOT_AFTER_FAILED_ATTEMPT)) {
          phases.pause(timer);
        }
      }
    } catch (PlainFailure e) {
      phases.end();
      reporter.failed(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.close();
    }
  }

  /** One connection; what is returned is why nobody answered, where nobody did. */
  private Optional<IOException> connect() throws PlainFailure {
    phases.enter(Phase.CONNECTING);
    sockets.close();
    PlainFetch.Response response;
    try {
      if (cache.body().isPresent()) {
        phases.enter(Phase.OPEN);
        reading.replay(cache.body().get());
        reporter.lost("the cached stream ended");
        return Optional.empty();
      }
      if (twice) {
        twice = false;
        fetch.open(false);
      }
      response = fetch.open(!everOpen);
      check(response);
    } catch (IOException e) {
      unanswered(e);
      return Optional.of(e);
    }
    attempts = 0;
    object.cameFrom(response.url());
    readBody(response);
    return Optional.empty();
  }

  private void check(PlainFetch.Response response) throws IOException, PlainFailure {
    try {
      response.head().check(!everOpen);
    } catch (PlainFailure e) {
      if (manner.has(READS_REFUSALS_TO_THE_END)) {
        response.in().transferTo(OutputStream.nullOutputStream());
      }
      throw e;
    }
  }

  private void unanswered(IOException e) throws PlainFailure {
    boolean silent = e instanceof EOFException || e instanceof SocketException;
    if (!everOpen && silent && manner.has(HANGS_AFTER_FIRST_ATTEMPT)) {
      phases.awaitEnd();
      return;
    }
    attempts += e instanceof java.net.ConnectException ? 0 : 1;
    boolean firstOfAll = !everOpen && manner.is(ClientOddball.GIVES_UP_FIRST_ATTEMPT);
    if (firstOfAll
        || manner.has(GIVES_UP_AFTER_FAILED_ATTEMPT)
        || (manner.has(GIVES_UP_AFTER_THREE_ATTEMPTS) && attempts == 3)) {
      throw new PlainFailure("nobody answers");
    }
    lost(String.valueOf(e.getMessage()));
  }

  private void readBody(PlainFetch.Response response) throws PlainFailure {
    boolean first = !everOpen;
    everOpen = true;
    opened++;
    timer.connected();
    phases.enter(Phase.OPEN);
    announce(first);
    String reason = "the stream ended";
    boolean abnormal = true;
    try {
      reading.read(response, origin(response));
      abnormal = false;
    } catch (EOFException e) {
      reading.over(false);
      giveUpIf(GIVES_UP_AFTER_CUT_BODY);
      reason = String.valueOf(e.getMessage());
    } catch (IOException e) {
      reading.over(false);
      if (e instanceof SocketTimeoutException && manner.has(LEAVES_SILENT_CONNECTION_OPEN)) {
        sockets.abandon();
      }
      if (!phases.over()) {
        giveUpIf(GIVES_UP_AFTER_RESET);
      }
      twice = manner.has(RECONNECTS_TWICE_FOR_ONE_LOSS);
      reason = String.valueOf(e.getMessage());
    }
    if (manner.has(CONNECTS_FOUR_TIMES_ALONE) && opened == 4) {
      throw new PlainFailure("enough");
    }
    lost(reason);
    if (abnormal && manner.has(REPORTS_ABNORMAL_END_TWICE)) {
      lost(reason);
    }
  }

  private void announce(boolean first) {
    announcing = true;
    reporter.opened(first);
    announcing = false;
  }

  private void lost(String reason) {
    phases.enter(Phase.WAITING);
    if (!phases.over()) {
      reporter.lost(reason);
    }
  }

  private void giveUpIf(ClientFault fault) throws PlainFailure {
    if (manner.has(fault)) {
      throw new PlainFailure(fault.inWords());
    }
  }

  private String origin(PlainFetch.Response response) {
    if (manner.has(NAMES_URL_AS_ORIGIN)) {
      return response.url().toString();
    }
    return PlainFetch.origin(manner.has(NAMES_FIRST_ORIGIN) ? options.url() : response.url());
  }

  @Override
  public Optional<ShownObject> shown() {
    return Optional.of(object.shown(phases.now()));
  }

  @Override
  public synchronized void close() {
    closings++;
    if (closings > 1 && manner.has(DIES_OF_SECOND_CLOSE)) {
      throw new IllegalStateException("closed already");
    }
    boolean deaf =
        (manner.has(CANNOT_BE_CLOSED_WHILE_CONNECTING) && phases.is(Phase.CONNECTING))
            || (manner.has(RECONNECTS_AFTER_CLOSE) && phases.is(Phase.WAITING));
    if (deaf) {
      return;
    }
    reporter.closing();
    boolean revived =
        (manner.has(TAKES_CLOSE_FOR_LOSS) && phases.is(Phase.OPEN))
            || (manner.has(TAKES_ABORT_FOR_LOSS) && phases.is(Phase.CONNECTING));
    if (!revived) {
      phases.end();
      sockets.refuse();
    }
    batchDue = announcing && manner.has(DELIVERS_EVENTS_AFTER_CLOSE);
    if (!manner.has(LEAVES_CONNECTION_OPEN_AT_CLOSE) && !batchDue) {
      sockets.close();
    }
  }

  /** Who was closed while it announced, and delivers all the same, needs the socket until now. */
  private synchronized void pieceRead() {
    if (batchDue) {
      sockets.close();
    }
  }
}
