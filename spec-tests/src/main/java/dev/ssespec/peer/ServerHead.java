package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The head of a response of a {@link PlainServer}. */
final class ServerHead {
  private final ServerTraits traits;
  private final ServerRequest request;
  private final boolean gzip;

  ServerHead(ServerTraits traits, ServerRequest request, boolean gzip) {
    this.traits = traits;
    this.request = request;
    this.gzip = gzip;
  }

  /** A response of a status, perhaps with fields behind it, and no content. */
  static byte[] empty(String status) {
    String length = status.startsWith("204") ? "" : "\r\nContent-Length: 0";
    return ("HTTP/1.1 " + status + length + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1);
  }

  /** The media type as it stands in the head. */
  String streamType() {
    if (traits.has(ServerFault.LATIN_CHARSET)) {
      return "text/event-stream;charset=ISO-8859-1";
    }
    return traits.has(ServerOddball.LOUD_TYPE)
        ? "Text/Event-Stream; Charset=\"UTF-8\""
        : "text/event-stream";
  }

  boolean isChunked() {
    boolean plain =
        traits.has(ServerOddball.CLOSE_DELIMITED)
            || traits.has(ServerOddball.OLD_HTTP)
            || traits.has(ServerFault.FIXED_LENGTH)
            || (request.isOld() && !traits.has(ServerFault.CHUNKS_FOR_OLD_HTTP));
    return !plain;
  }

  byte[] bytes(String type) {
    var head = new StringBuilder();
    head.append(traits.has(ServerOddball.OLD_HTTP) ? "HTTP/1.0" : "HTTP/1.1").append(" 200 OK\r\n");
    field(head, "Content-Type", type);
    addFraming(head);
    addCaching(head);
    addOrigin(head);
    if (gzip || (traits.has(ServerFault.FALSE_CODING) && wantsGzip())) {
      field(head, "Content-Encoding", "gzip");
    }
    if (traits.has(ServerFault.STRAY_HEADER_LINE)) {
      head.append("this is no field\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  private boolean wantsGzip() {
    return request.head().lists("Accept-Encoding", "gzip");
  }

  private void addFraming(StringBuilder head) {
    if (isChunked()) {
      field(head, "Transfer-Encoding", "chunked");
      if (traits.has(ServerFault.TWO_CODINGS)) {
        field(head, "Transfer-Encoding", "chunked");
      }
    }
    if (traits.has(ServerFault.LENGTH_AND_CHUNKS)) {
      field(head, "Content-Length", "1000000");
    }
  }

  private void addCaching(StringBuilder head) {
    String cache = traits.has(ServerFault.CACHEABLE) ? "max-age=60" : "no-store";
    String transform = traits.has(ServerFault.TRANSFORMABLE) ? "" : ", no-transform";
    field(head, "Cache-Control", cache + transform);
    if (!traits.has(ServerFault.BUFFERED_BY_PROXIES)) {
      field(head, "X-Accel-Buffering", "no");
    }
    if (traits.has(ServerFault.ENTITY_TAG)) {
      field(head, "ETag", "\"1\"");
    }
  }

  private void addOrigin(StringBuilder head) {
    Optional<String> origin = request.head().first("Origin");
    if (traits.has(ServerFault.WILDCARD_WITH_CREDENTIALS)) {
      field(head, "Access-Control-Allow-Origin", "*");
      field(head, "Access-Control-Allow-Credentials", "true");
    } else if (traits.has(ServerFault.TWO_ORIGINS)) {
      field(head, "Access-Control-Allow-Origin", "*, https://known.example");
    } else if (origin.isPresent() && namesOrigin()) {
      field(head, "Access-Control-Allow-Origin", origin.get());
      field(head, "Access-Control-Allow-Credentials", "true");
      if (traits.has(ServerOddball.NAMES_ORIGIN)) {
        field(head, "Vary", "Accept, Origin");
      }
    }
  }

  private boolean namesOrigin() {
    return traits.has(ServerOddball.NAMES_ORIGIN) || traits.has(ServerFault.ORIGIN_WITHOUT_VARY);
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
