package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Cancelled;
import dev.ssespec.client.WireReading.CapReached;
import dev.ssespec.client.WireReading.Connected;
import dev.ssespec.client.WireReading.DeadlineReached;
import dev.ssespec.client.WireReading.Malformed;
import dev.ssespec.client.WireReading.NoConnection;
import dev.ssespec.client.WireReading.PeerReset;
import dev.ssespec.client.WireReading.Sent;
import dev.ssespec.http.MalformedHttpException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An exchange under way. It ends by itself at its deadline at the latest; {@link #cancel} ends it
 * at once.
 *
 * <p>Safe for use by many threads.
 */
public final class WireCall {
  private static final Logger LOG = System.getLogger(WireCall.class.getName());
  private static final int READ_BYTES = 16_384;
  private static final byte[] HEAD = "HEAD ".getBytes(US_ASCII);

  private final WireClient client;
  private final URI url;
  private final byte[] request;
  private final long deadlineNanos;
  private final Consumer<WireReading> observer;
  private final Socket socket = new Socket();
  private final List<WireReading> readings = new ArrayList<>();
  private final CompletableFuture<WireExchange> done = new CompletableFuture<>();

  /** When we gave up, of {@link System#nanoTime}; set once. */
  private final AtomicReference<@Nullable Long> cancelledAt = new AtomicReference<>();

  WireCall(
      WireClient client,
      URI url,
      byte[] request,
      Duration deadline,
      Consumer<WireReading> observer) {
    this.client = client;
    this.url = url;
    this.request = request;
    this.deadlineNanos = System.nanoTime() + deadline.toNanos();
    this.observer = observer;
  }

  void start() {
    Thread thread = new Thread(this::run, "ssespec-wire");
    thread.setDaemon(true);
    thread.start();
  }

  /** Closes the connection and ends the exchange as {@link Cancelled}, if it has not ended yet. */
  public void cancel() {
    cancelledAt.compareAndSet(null, System.nanoTime());
    closeSocket();
  }

  /**
   * Waits for the end.
   *
   * @throws InterruptedException if this thread is interrupted; the exchange is cancelled
   */
  public WireExchange await() throws InterruptedException {
    try {
      return done.get(Math.max(0, remaining().toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // Reads end at the deadline by themselves, but a write or a look-up of a name does not.
      closeSocket();
      finish(new DeadlineReached(System.nanoTime()));
      return done.join();
    } catch (InterruptedException e) {
      cancel();
      throw e;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void run() {
    WireReading last;
    try {
      last = talk();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the exchange with " + url + " failed", e);
      done.completeExceptionally(e);
      return;
    } finally {
      closeSocket();
    }
    finish(last);
  }

  private synchronized void finish(WireReading last) {
    if (!done.isDone()) {
      add(last);
      done.complete(new WireExchange(url, request, readings));
    }
  }

  private WireReading talk() {
    try (Socket connected = client.connect(socket, url, remaining())) {
      add(new Connected(System.nanoTime()));
      return talk(connected);
    } catch (IOException e) {
      return ended(e, new NoConnection(System.nanoTime(), String.valueOf(e.getMessage())));
    }
  }

  private WireReading talk(Socket connected) {
    try {
      send(connected);
      return receive(connected);
    } catch (MalformedHttpException e) {
      return new Malformed(System.nanoTime(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return ended(e, new PeerReset(System.nanoTime(), String.valueOf(e.getMessage())));
    }
  }

  private boolean inHttpTwo() {
    return client.httpTwoWindow() > 0;
  }

  private void send(Socket connected) throws IOException {
    if (inHttpTwo() && connected instanceof SSLSocket tls && !isHttpTwo(tls)) {
      throw new MalformedHttpException(
          "no HTTP/2: the server chose "
              + tls.getApplicationProtocol().replaceAll("^$", "nothing"));
    }
    byte[] bytes =
        inHttpTwo()
            ? HttpTwoRequest.opening(
                request, url.getScheme().toLowerCase(Locale.ROOT), client.httpTwoWindow())
            : request;
    try {
      connected.getOutputStream().write(bytes);
      connected.getOutputStream().flush();
      add(new Sent(System.nanoTime()));
    } catch (IOException e) {
      // A server may answer and close without taking the whole request: see what it said.
      LOG.log(Level.DEBUG, "the request was not taken", e);
    }
  }

  private static boolean isHttpTwo(SSLSocket tls) {
    return WireClient.HTTP_TWO.equals(tls.getApplicationProtocol());
  }

  private ResponseBytes reader(Socket connected) throws IOException {
    if (inHttpTwo()) {
      return new HttpTwoReader(this::add, new HttpTwoRequest.Output(connected.getOutputStream()));
    }
    boolean answersHead =
        !client.readsOn()
            && Arrays.equals(
                HEAD, 0, HEAD.length, request, 0, Math.min(HEAD.length, request.length));
    return new ResponseReader(answersHead, this::add);
  }

  private WireReading receive(Socket connected) throws IOException {
    ResponseBytes reader = reader(connected);
    byte[] buffer = new byte[READ_BYTES];
    long taken = 0;
    while (true) {
      connected.setSoTimeout(WireClient.toMillis(remaining()));
      int count = connected.getInputStream().read(buffer);
      long nanos = System.nanoTime();
      if (count < 0) {
        return reader.end(nanos);
      }
      if (reader.feed(Arrays.copyOf(buffer, count), nanos)) {
        return reader.end(nanos);
      }
      taken += count;
      if (taken >= client.byteCap()) {
        return new CapReached(nanos);
      }
      if (remaining().isNegative()) {
        return new DeadlineReached(nanos);
      }
    }
  }

  /**
   * What an exception means: our own doing, if we have done something while there was time. A
   * thread that had to wait for its turn may notice only now that the time was over before that.
   */
  private WireReading ended(IOException e, WireReading otherwise) {
    Long cancelled = cancelledAt.get();
    if (cancelled != null && cancelled - deadlineNanos < 0) {
      return new Cancelled(otherwise.atNanos());
    }
    boolean late = e instanceof SocketTimeoutException || remaining().isNegative();
    return late ? new DeadlineReached(otherwise.atNanos()) : otherwise;
  }

  private Duration remaining() {
    return Duration.ofNanos(deadlineNanos - System.nanoTime());
  }

  private synchronized void add(WireReading reading) {
    if (!done.isDone()) {
      if (!(reading instanceof Body && client.forgetsBodies())) {
        readings.add(reading);
      }
      observer.accept(reading);
    }
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a socket did not close in order", e);
    }
  }
}
