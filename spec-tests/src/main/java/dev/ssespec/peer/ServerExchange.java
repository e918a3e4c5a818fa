package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One connection to a {@link PlainServer}, which serves one request. */
final class ServerExchange {
  private static final String STREAM = "text/event-stream";

  private final ServerTraits traits;
  private final ServerClock clock;
  private final int opening;
  private final boolean crowded;

  /**
   * A connection.
   *
   * @param opening its number
   * @param crowded whether many others are open
   */
  ServerExchange(ServerTraits traits, ServerClock clock, int opening, boolean crowded) {
    this.traits = traits;
    this.clock = clock;
    this.opening = opening;
    this.crowded = crowded;
  }

  void serve(Socket connection) throws IOException, InterruptedException {
    OutputStream out = connection.getOutputStream();
    if (traits.has(ServerFault.SPEAKS_NO_HTTP)) {
      out.write("220 peer ready for mail\r\n".getBytes(US_ASCII));
      return;
    }
    Optional<ServerRequest> read = ServerRequest.read(connection.getInputStream());
    if (read.isEmpty()) {
      return;
    }
    if (traits.has(ServerFault.RESETS)) {
      connection.setSoLinger(true, 0);
    } else if (traits.has(ServerFault.NEVER_ANSWERS)) {
      linger(connection);
    } else {
      answer(read.get(), connection, out);
    }
  }

  /** Waits until the client leaves. */
  private static void linger(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // What a client sends behind its request is of no interest.
    }
  }

  private void answer(ServerRequest request, Socket connection, OutputStream out)
      throws IOException, InterruptedException {
    if (request.method().equals("PRI") && traits.speaksHttpTwo()) {
      new ServerTwo(traits, clock, out, opening).run();
      return;
    }
    Optional<String> refusal = refusal(request);
    if (refusal.isPresent()) {
      out.write(ServerHead.empty(refusal.get()));
    } else if (request.method().equals("HEAD") && !traits.has(ServerFault.HEAD_WITH_BODY)) {
      String type = traits.has(ServerFault.HEAD_OF_ANOTHER_TYPE) ? "text/html" : STREAM;
      out.write(new ServerHead(traits, request, false).bytes(type));
      if (traits.has(ServerFault.ENDLESS_HEAD)) {
        linger(connection);
      }
    } else {
      stream(request, out);
    }
  }

  private void stream(ServerRequest request, OutputStream out)
      throws IOException, InterruptedException {
    boolean racing =
        traits.has(ServerFault.WRONG_TYPE_AT_TIMES) && crowded && request.lastEventId().isEmpty();
    boolean wrong = traits.has(ServerFault.WRONG_TYPE) || racing;
    boolean gzip =
        request.head().lists("Accept-Encoding", "gzip")
            && (traits.has(ServerOddball.GZIP) || traits.has(ServerFault.HOARDING_GZIP));
    var head = new ServerHead(traits, request, gzip);
    byte[] bytes = head.bytes(wrong ? "application/json" : head.streamType());
    new ServerStream(traits, clock, request, opening)
        .run(bytes, new ServerBody(traits, out, head.isChunked(), gzip));
  }

  /** The status line of an answer that is no stream. */
  private Optional<String> refusal(ServerRequest request) {
    String method = request.method();
    boolean get = method.equals("GET");
    if (method.equals("OPTIONS") && !traits.has(ServerOddball.GET_ONLY)) {
      return traits.has(ServerFault.OPTIONS_STREAMS)
          ? Optional.empty()
          : Optional.of("204 No Content\r\nAllow: GET, HEAD, OPTIONS");
    }
    if (!get && (!method.equals("HEAD") || traits.has(ServerOddball.GET_ONLY))) {
      return Optional.of("405 Method Not Allowed\r\nAllow: GET");
    }
    if (traits.has(ServerFault.NOT_FOUND)) {
      return Optional.of("404 Not Found");
    }
    if (traits.has(ServerFault.REDIRECTS_IN_CIRCLE)) {
      return Optional.of("302 Found\r\nLocation: " + request.path());
    }
    if (traits.has(ServerOddball.REDIRECTS_ONCE) && request.path().equals("/events")) {
      return Optional.of("307 Temporary Redirect\r\nLocation: /events/here");
    }
    return byAccept(request).or(() -> byId(request));
  }

  private Optional<String> byAccept(ServerRequest request) {
    Optional<String> accept = request.head().first("Accept");
    if (accept.isEmpty()) {
      return traits.has(ServerFault.EMPTY_WITHOUT_ACCEPT)
          ? Optional.of("200 OK\r\nContent-Type: " + STREAM)
          : Optional.empty();
    }
    boolean exact = accept.get().equals(STREAM);
    boolean covered = accept.get().contains(STREAM) || accept.get().contains("*/*");
    return (traits.has(ServerFault.EXACT_ACCEPT) && !exact)
            || (traits.has(ServerOddball.NEGOTIATES) && !covered)
        ? Optional.of("406 Not Acceptable")
        : Optional.empty();
  }

  private Optional<String> byId(ServerRequest request) {
    Optional<String> id = request.lastEventId();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    boolean number = request.position().isPresent();
    if (traits.has(ServerFault.REFUSES_IDS) || (traits.has(ServerFault.NUMBERS_ONLY) && !number)) {
      return Optional.of("400 Bad Request");
    }
    if (traits.has(ServerFault.FAILS_ON_ODD_ID) && id.get().matches("(?s).*[/%].*")) {
      return Optional.of("500 Internal Server Error");
    }
    boolean done =
        traits.has(ServerOddball.ENDS_BY_ITSELF)
            && request.position().filter(at -> at >= ServerStream.LAST).isPresent();
    return done ? Optional.of("204 No Content") : Optional.empty();
  }
}
