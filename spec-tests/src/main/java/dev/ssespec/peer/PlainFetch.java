package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import dev.ssespec.target.ClientTarget;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks for the stream, and follows redirects. For use by one thread. */
final class PlainFetch {
  private static final int REDIRECTS = 20;
  private static final int QUIET_MILLIS = 20_000;

  /**
   * A response whose body is still to be read.
   *
   * @param url the URL that answered
   */
  record Response(URI url, PlainHead head, InputStream in) {}

  private final PlainManner manner;
  private final ClientTarget.Options options;
  private final PlainMemory memory;
  private final PlainSockets sockets;
  private final PlainCors cors;
  private URI lastUrl;
  private boolean again;

  PlainFetch(
      PlainManner manner, ClientTarget.Options options, PlainMemory memory, PlainSockets sockets) {
    this.manner = manner;
    this.options = options;
    this.memory = memory;
    this.sockets = sockets;
    cors = new PlainCors(manner, origin(options.url()), options.withCredentials());
    lastUrl = options.url();
  }

  /** One connection attempt; the response is not a redirect that can be followed. */
  Response open(boolean firstConnection) throws IOException, PlainFailure {
    List<byte[]> ids = memory.headerValues();
    again = !firstConnection;
    String method = options.method().orElse(manner.has(ASKS_WITH_POST) ? "POST" : "GET");
    String body = options.body().orElse("");
    if (again && manner.has(FORGETS_BODY_ON_RECONNECT)) {
      method = "GET";
      body = "";
    }
    URI url = manner.is(ClientOddball.ASKS_REDIRECT_TARGET) ? lastUrl : options.url();
    boolean foreign = false;
    for (int redirects = 0; ; redirects++) {
      boolean bare = again && manner.has(FORGETS_HEADERS_ON_RECONNECT);
      bare |= redirects > 0 && manner.has(FORGETS_HEADERS_ON_REDIRECT);
      Response response = send(url, method, body, ids, bare, foreign);
      Optional<URI> next = target(response, redirects);
      if (next.isEmpty()) {
        return response;
      }
      response.in().close();
      foreign |= !origin(next.get()).equals(origin(url));
      if (manner.has(TAKES_AUTHORIZATION_UP_AGAIN)) {
        foreign = !origin(next.get()).equals(origin(options.url()));
      }
      url = next.get();
      lastUrl = url;
      if (becomesGet(response.head().status(), method)) {
        method = "GET";
        body = "";
      }
      ids = manner.has(FORGETS_ID_ON_REDIRECT) ? List.of() : ids;
    }
  }

  private boolean becomesGet(int status, String method) {
    if (status == 303) {
      return !manner.has(POSTS_AGAIN_AFTER_SEE_OTHER);
    }
    return status < 303
        ? method.equals("POST") && !(status == 302 && manner.has(POSTS_AGAIN_AFTER_FOUND))
        : manner.has(FORGETS_BODY_ON_REDIRECT);
  }

  private Optional<URI> target(Response response, int redirects) throws IOException, PlainFailure {
    int status = response.head().status();
    boolean old = status == 301 || status == 302 || status == 303;
    boolean known =
        old || (!manner.has(FOLLOWS_OLD_REDIRECTS_ALONE) && (status == 307 || status == 308));
    if (!known || manner.has(FOLLOWS_NO_REDIRECT)) {
      return Optional.empty();
    }
    Optional<String> location = response.head().field("Location");
    if (location.isEmpty()) {
      if (manner.has(ASKS_AGAIN_WITHOUT_LOCATION)) {
        throw new IOException("redirected to nowhere");
      }
      return Optional.empty();
    }
    if (redirects == 1 && manner.has(FOLLOWS_ONE_REDIRECT)) {
      throw new PlainFailure("redirected twice");
    }
    if (redirects == REDIRECTS && !manner.has(FOLLOWS_REDIRECTS_FOR_EVER)) {
      throw new IOException("redirected too often");
    }
    if (manner.has(WANTS_WHOLE_URL_IN_LOCATION) && !location.get().startsWith("http")) {
      throw new PlainFailure("redirected to " + location.get());
    }
    // To java.net.URI an empty reference is the folder, not the URL itself.
    URI url = response.url();
    return Optional.of(location.get().isEmpty() ? url : url.resolve(location.get()));
  }

  static String origin(URI url) {
    return url.getScheme() + "://" + authority(url);
  }

  private static String authority(URI url) {
    return url.getHost() + ":" + url.getPort();
  }

  private Response send(
      URI url, String method, String body, List<byte[]> ids, boolean bare, boolean foreign)
      throws IOException, PlainFailure {
    Socket socket = connect(url);
    var request = new ByteArrayOutputStream();
    line(request, method + " " + url.getRawPath() + " HTTP/1.1");
    line(request, "Host: " + authority(url));
    own(request, bare, foreign);
    cors.requestLines(url).forEach(line -> line(request, line));
    for (byte[] id : ids) {
      request.writeBytes(name("Last-Event-ID").getBytes(StandardCharsets.ISO_8859_1));
      request.writeBytes(id);
      line(request, "");
    }
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    if (content.length > 0) {
      line(request, "Content-Length: " + content.length);
    }
    line(request, "");
    request.writeBytes(content);
    write(socket.getOutputStream(), request.toByteArray());
    memory.sent();
    var in = new BufferedInputStream(socket.getInputStream());
    PlainHead head = PlainHead.read(manner, in);
    cors.check(url, head);
    timeOut(socket);
    return new Response(url, head, in);
  }

  private Socket connect(URI url) throws IOException {
    if (manner.is(ClientOddball.CONNECTS_AHEAD)) {
      open(url);
    }
    try {
      return open(url);
    } catch (IOException e) {
      memory.refused();
      throw e;
    }
  }

  private Socket open(URI url) throws IOException {
    var socket = new Socket();
    sockets.adopt(socket);
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    if (!url.getScheme().equals("https")) {
      return socket;
    }
    boolean forgetful = again && manner.has(FORGETS_TRUST_ON_RECONNECT);
    Socket secured =
        PlainTrust.secured(
            socket,
            url,
            forgetful ? Optional.empty() : options.caFile(),
            manner.has(TRUSTS_EVERYBODY));
    sockets.adopt(secured);
    return secured;
  }

  private void timeOut(Socket socket) throws IOException {
    if (manner.has(LEAVES_QUIET_STREAMS) || manner.has(TAKES_EVENTS_ALONE_FOR_LIFE)) {
      socket.setSoTimeout(QUIET_MILLIS);
    }
    if (options.readTimeoutMillis().isEmpty() || manner.has(IGNORES_READ_TIMEOUT)) {
      return;
    }
    long millis = options.readTimeoutMillis().getAsLong();
    if (manner.has(COUNTS_READ_TIMEOUT_FROM_START)) {
      CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(sockets::close);
    } else {
      socket.setSoTimeout((int) millis);
    }
  }

  private void own(ByteArrayOutputStream request, boolean bare, boolean foreign) {
    accept(request);
    if (!manner.has(LEAVES_OUT_CACHE_CONTROL)) {
      line(request, name("Cache-Control") + "no-cache");
    }
    if (!manner.is(ClientOddball.TAKES_NO_GZIP)) {
      line(request, name("Accept-Encoding") + PlainCoding.ALL);
    }
    if (manner.is(ClientOddball.SENDS_MORE_HEADERS)) {
      line(request, "USER-AGENT: plain");
      line(request, "pragma: no-cache");
      line(request, "connection: keep-alive");
    }
    String user = options.url().getRawUserInfo();
    if (user != null && manner.is(ClientOddball.SENDS_PASSWORD_AT_ONCE)) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      line(request, "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (bare || manner.has(DROPS_OWN_HEADERS)) {
      return;
    }
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      String small = header.getKey().toLowerCase(Locale.ROOT);
      boolean mayGo =
          !small.equals("authorization") || !foreign || manner.has(FORWARDS_AUTHORIZATION);
      if (mayGo && !(small.equals("accept") && manner.has(REPLACES_CALLERS_ACCEPT))) {
        line(request, header.getKey() + ": " + header.getValue());
      }
    }
  }

  private void accept(ByteArrayOutputStream request) {
    boolean callers =
        options.headers().keySet().stream().anyMatch(name -> name.equalsIgnoreCase("accept"))
            && !manner.has(REPLACES_CALLERS_ACCEPT);
    if (callers || manner.is(ClientOddball.SENDS_NO_ACCEPT)) {
      return;
    }
    if (manner.has(ACCEPTS_JSON_ALONE)) {
      line(request, "Accept: application/json");
    } else if (manner.is(ClientOddball.ACCEPTS_MUCH)) {
      line(request, "Accept: application/json;q=0.9, text/*;q=0.5, image/png");
    } else {
      line(request, name("Accept") + "text/event-stream");
    }
  }

  private String name(String name) {
    boolean small = manner.is(ClientOddball.SPELLS_NAMES_SMALL);
    return (small ? name.toLowerCase(Locale.ROOT) : name) + ": ";
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private void write(OutputStream out, byte[] bytes) throws IOException {
    int piece = manner.is(ClientOddball.WRITES_IN_PIECES) ? 11 : bytes.length;
    for (int at = 0; at < bytes.length; at += piece) {
      out.write(bytes, at, Math.min(piece, bytes.length - at));
      out.flush();
    }
  }
}
