package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What a {@link ToldPeer} answers ahead of a stream, or in place of one. */
final class ToldHead {
  /** More streams than this at a time are a crowd. */
  private static final int CROWD = 30;

  private final ToldTraits traits;
  private final ServerRequest request;

  ToldHead(ToldTraits traits, ServerRequest request) {
    this.traits = traits;
    this.request = request;
  }

  /** The whole answer, where it is no stream. */
  Optional<byte[]> other(boolean failing, boolean full) {
    return switch (request.method()) {
      case "GET" ->
          failing
              ? Optional.of(
                  ServerHead.empty(full ? "503 Service Unavailable" : "500 Internal Server Error"))
              : Optional.empty();
      case "HEAD" -> Optional.of(head("text/event-stream"));
      case "OPTIONS" -> Optional.of(ServerHead.empty("204 No Content\r\nAllow: GET, HEAD"));
      default -> Optional.of(ServerHead.empty("405 Method Not Allowed\r\nAllow: GET, HEAD"));
    };
  }

  boolean isChunked() {
    return !request.isOld() && !traits.has(ToldOddball.CLOSE_DELIMITED);
  }

  /** The head of a stream. */
  byte[] stream(int open) {
    boolean other = traits.has(ToldFault.CROWD_OF_ANOTHER_TYPE) && open > CROWD;
    return head(other ? "application/json" : "text/event-stream");
  }

  private byte[] head(String type) {
    String framing = isChunked() ? "Transfer-Encoding: chunked\r\n" : "Connection: close\r\n";
    return ("HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nCache-Control: no-store, no-transform\r\nX-Accel-Buffering: no\r\n"
            + framing
            + "\r\n")
        .getBytes(ISO_8859_1);
  }
}
