package dev.ssespec.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A client that sends exactly the bytes it is given and shows exactly what comes back, and when:
 * for watching an endpoint, where a client that repairs or buffers would hide what is looked for.
 * It understands HTTP/1.0 and 1.1 as far as needed to find the end of the response.
 *
 * <p>Immutable, and safe for use by many threads. Each exchange has a connection of its own, and a
 * daemon thread for as long as it lasts.
 *
 * <pre>{@code
 * byte[] request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
 * WireExchange exchange = new WireClient().exchange(url, request, Duration.ofSeconds(5));
 * }</pre>
 */
public final class WireClient {
  /** How many bytes of a response are taken by default: 32 MiB. */
  public static final long DEFAULT_BYTE_CAP = 32L << 20;

  static final String HTTP_TWO = "h2";

  private final long byteCap;
  private final Optional<SSLContext> tls;
  private final boolean readingOn;
  private final boolean forgettingBodies;
  private final int httpTwoWindow;

  /** A client with {@link #DEFAULT_BYTE_CAP} that trusts what the Java runtime trusts. */
  public WireClient() {
    this(DEFAULT_BYTE_CAP, Optional.empty(), false, false, 0);
  }

  private WireClient(
      long byteCap,
      Optional<SSLContext> tls,
      boolean readingOn,
      boolean forgettingBodies,
      int httpTwoWindow) {
    this.byteCap = byteCap;
    this.tls = tls;
    this.readingOn = readingOn;
    this.forgettingBodies = forgettingBodies;
    this.httpTwoWindow = httpTwoWindow;
  }

  /** This client with another number of bytes, heads and framing included, that it takes. */
  public WireClient withByteCap(long bytes) {
    return new WireClient(bytes, tls, readingOn, forgettingBodies, httpTwoWindow);
  }

  /** This client with other trust. That the certificate names the host is checked all the same. */
  public WireClient withTls(SSLContext context) {
    return new WireClient(
        byteCap, Optional.of(context), readingOn, forgettingBodies, httpTwoWindow);
  }

  /**
   * This client, but reading on behind the head that answers HEAD, until the peer closes: to see
   * whether it sends a body all the same, and whether it closes.
   */
  public WireClient readingOn() {
    return new WireClient(byteCap, tls, true, forgettingBodies, httpTwoWindow);
  }

  /**
   * This client, but taking any number of bytes: an observer is shown the body as it comes, and the
   * exchange does not keep it, so that a stream without end takes constant memory.
   */
  public WireClient forgettingBodies() {
    return new WireClient(Long.MAX_VALUE, tls, readingOn, true, httpTwoWindow);
  }

  /**
   * This client, but in HTTP/2: over TLS where the server chooses it, else with prior knowledge. A
   * request is given as for HTTP/1.1, without a body, and a response head is shown as {@code HTTP/2
   * 200} and its fields. A server that does not speak it makes the exchange {@link
   * WireReading.Malformed}, with a message that begins with {@code no HTTP/2}.
   *
   * @param window how many bytes of a body the server may be ahead
   */
  public WireClient overHttpTwo(int window) {
    return new WireClient(byteCap, tls, readingOn, forgettingBodies, window);
  }

  /**
   * Sends the request and waits for the end of the response or the deadline.
   *
   * @param url where to connect to: scheme http or https, host, port; the rest of it is not used
   * @param request the exact bytes
   * @param deadline how long all of it may take
   * @throws IllegalArgumentException if the URL has another scheme, or no host
   * @throws InterruptedException if this thread is interrupted; the exchange is cancelled
   */
  public WireExchange exchange(URI url, byte[] request, Duration deadline)
      throws InterruptedException {
    return start(url, request, deadline, reading -> {}).await();
  }

  /**
   * Sends the request on a thread of its own.
   *
   * @param observer is shown each reading as it is made, on that thread; while it works nothing is
   *     read
   * @throws IllegalArgumentException if the URL has another scheme, or no host
   */
  public WireCall start(
      URI url, byte[] request, Duration deadline, Consumer<WireReading> observer) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(url + " is no http or https URL with a host");
    }
    WireCall call = new WireCall(this, url, request.clone(), deadline, observer);
    call.start();
    return call;
  }

  long byteCap() {
    return byteCap;
  }

  boolean readsOn() {
    return readingOn;
  }

  /** How far an HTTP/2 server may be ahead; 0 where HTTP/1 is spoken. */
  int httpTwoWindow() {
    return httpTwoWindow;
  }

  boolean forgetsBodies() {
    return forgettingBodies;
  }

  /** Connects the socket, and answers the one to talk on: itself, or TLS on top of it. */
  Socket connect(Socket socket, URI url, Duration timeout) throws IOException {
    boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(toMillis(timeout));
    socket.connect(new InetSocketAddress(url.getHost(), port), toMillis(timeout));
    return secure ? secured(socket, url.getHost(), port) : socket;
  }

  private Socket secured(Socket socket, String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (httpTwoWindow > 0) {
      parameters.setApplicationProtocols(new String[] {HTTP_TWO, "http/1.1"});
    }
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private SSLContext context() throws IOException {
    if (tls.isPresent()) {
      return tls.get();
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java runtime has no TLS", e);
    }
  }

  /** Zero would mean no timeout at all, so less than a millisecond becomes one. */
  static int toMillis(Duration timeout) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
  }
}
