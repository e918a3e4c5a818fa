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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks for the stream, and follows redirects. For use by one thread. */
final class PlainFetch {
  private static final int REDIRECTS = 20;

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

  PlainFetch(
      PlainManner manner, ClientTarget.Options options, PlainMemory memory, PlainSockets sockets) {
    this.manner = manner;
    this.options = options;
    this.memory = memory;
    this.sockets = sockets;
    cors = new PlainCors(manner, origin(options.url()), options.withCredentials());
  }

  /** One connection attempt; the response is not a redirect that can be followed. */
  Response open(boolean firstConnection) throws IOException, PlainFailure {
    List<byte[]> ids = memory.headerValues();
    boolean again = !firstConnection;
    String method = options.method().orElse(manner.has(ASKS_WITH_POST) ? "POST" : "GET");
    String body = options.body().orElse("");
    if (again && manner.has(FORGETS_BODY_ON_RECONNECT)) {
      method = "GET";
      body = "";
    }
    URI url = options.url();
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
      url = next.get();
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
    return status < 303 ? method.equals("POST") : manner.has(FORGETS_BODY_ON_REDIRECT);
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
    return Optional.of(response.url().resolve(location.get()));
  }

  static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private Response send(
      URI url, String method, String body, List<byte[]> ids, boolean bare, boolean foreign)
      throws IOException, PlainFailure {
    var socket = new Socket();
    sockets.adopt(socket);
    try {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    } catch (IOException e) {
      memory.refused();
      throw e;
    }
    var request = new ByteArrayOutputStream();
    line(request, method + " " + url.getRawPath() + " HTTP/1.1");
    line(request, "Host: " + url.getRawAuthority());
    own(request, bare, foreign);
    cors.requestLines(url).forEach(line -> line(request, line));
    for (byte[] id : ids) {
      request.writeBytes("Last-Event-ID: ".getBytes(StandardCharsets.ISO_8859_1));
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
    return new Response(url, head, in);
  }

  private void own(ByteArrayOutputStream request, boolean bare, boolean foreign) {
    if (manner.has(ACCEPTS_JSON_ALONE)) {
      line(request, "Accept: application/json");
    } else if (manner.is(ClientOddball.ACCEPTS_MUCH)) {
      line(request, "Accept: application/json;q=0.9, text/*;q=0.5, image/png");
    } else if (!manner.is(ClientOddball.SENDS_NO_ACCEPT)) {
      line(request, "Accept: text/event-stream");
    }
    if (!manner.has(LEAVES_OUT_CACHE_CONTROL)) {
      line(request, "Cache-Control: no-cache");
    }
    if (manner.is(ClientOddball.SENDS_MORE_HEADERS)) {
      line(request, "USER-AGENT: plain");
      line(request, "pragma: no-cache");
      line(request, "connection: keep-alive");
    }
    if (bare || manner.has(DROPS_OWN_HEADERS)) {
      return;
    }
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      boolean secret = header.getKey().toLowerCase(Locale.ROOT).equals("authorization");
      if (!secret || !foreign || manner.has(FORWARDS_AUTHORIZATION)) {
        line(request, header.getKey() + ": " + header.getValue());
      }
    }
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
