package dev.ssespec.judge;

import dev.ssespec.http.ChunkedDecoder;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.http.MessageHead;
import dev.ssespec.report.TranscriptEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A body without its framing and without its content coding, in the pieces in which it came.
 *
 * @param pieces what each read brought
 * @param framingError what is wrong with the chunks; empty where nothing is
 * @param codingError what is wrong with the content coding; empty where nothing is
 */
record EndpointBody(List<Piece> pieces, String framingError, String codingError) {
  /**
   * What one read brought.
   *
   * @param atMicros when
   * @param bytes for reading only
   */
  // An array, because a body is bytes. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Piece(long atMicros, byte[] bytes) {}

  EndpointBody {
    pieces = List.copyOf(pieces);
  }

  /** The body of a response, as far as it came and can be decoded. */
  static EndpointBody of(EndpointExchange exchange) {
    List<Piece> pieces = new ArrayList<>();
    MessageHead head = exchange.head().orElse(new MessageHead("", List.of(), List.of()));
    boolean frames = head.startLine().startsWith("HTTP/2");
    boolean chunked = !frames && head.lists("Transfer-Encoding", "chunked");
    var decoder = new ChunkedDecoder();
    String error = "";
    for (TranscriptEntry read : exchange.reads()) {
      byte[] raw = read.bytes().toArray();
      try {
        byte[] payload = chunked ? decoder.decode(ByteBuffer.wrap(raw)) : raw;
        pieces.add(new Piece(read.atMicros(), payload));
      } catch (MalformedHttpException e) {
        error = String.valueOf(e.getMessage());
        break;
      }
    }
    String coding = String.join(",", head.all("Content-Encoding")).toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> new EndpointBody(pieces, error, "");
      case "gzip", "x-gzip" -> Gunzip.decoded(pieces, error);
      default -> new EndpointBody(List.of(), error, "the coding " + coding + " was not asked for");
    };
  }

  /** All pieces together. */
  byte[] whole() {
    var whole = new ByteArrayOutputStream();
    pieces.forEach(piece -> whole.writeBytes(piece.bytes()));
    return whole.toByteArray();
  }
}
