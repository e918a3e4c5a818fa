package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The body of a response, out of its framing, piece by piece. */
final class PlainBody {
  private static final int PIECE = 16_384;

  private enum Framing {
    CHUNKS,
    LENGTH,
    CLOSE
  }

  private final PlainManner manner;
  private final InputStream in;
  private final Optional<PlainCoding> coding;
  private boolean decodedAll;
  private boolean behindChunk;
  private Framing framing;
  private long missing;

  PlainBody(PlainManner manner, PlainHead head, InputStream in) {
    this.manner = manner;
    this.in = in;
    coding = PlainCoding.of(head.field("Content-Encoding").orElse(""), manner);
    Optional<String> length = head.field("Content-Length");
    if (head.field("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT).equals("chunked")) {
      framing = Framing.CHUNKS;
    } else if (length.isPresent()) {
      framing = Framing.LENGTH;
      missing = Long.parseLong(length.get());
    } else {
      framing = manner.has(WANTS_FRAMING) ? Framing.LENGTH : Framing.CLOSE;
    }
  }

  /**
   * The next piece; empty where the body is over.
   *
   * @throws EOFException if the connection ended before the body
   */
  Optional<byte[]> next() throws IOException, PlainFailure {
    Optional<byte[]> piece = decodedAll ? Optional.empty() : nextCoded();
    if (coding.isEmpty() || decodedAll) {
      return piece;
    }
    decodedAll = piece.isEmpty();
    return Optional.of(decodedAll ? coding.get().end() : coding.get().feed(piece.get()));
  }

  private Optional<byte[]> nextCoded() throws IOException, PlainFailure {
    return switch (framing) {
      case CHUNKS -> nextChunk();
      case LENGTH -> nextOfLength();
      case CLOSE -> read(PIECE);
    };
  }

  private Optional<byte[]> read(int atMost) throws IOException {
    byte[] buffer = new byte[atMost];
    int count = in.read(buffer);
    return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(buffer, count));
  }

  private Optional<byte[]> nextOfLength() throws IOException {
    if (missing == 0) {
      awaitEnd();
      return Optional.empty();
    }
    byte[] piece =
        read((int) Math.min(PIECE, missing)).orElseThrow(() -> new EOFException("cut short"));
    missing -= piece.length;
    return Optional.of(piece);
  }

  private Optional<byte[]> nextChunk() throws IOException, PlainFailure {
    if (behindChunk) {
      // Not read with the chunk itself: some servers send it with the next one.
      PlainBytes.line(in);
    }
    String[] size = PlainBytes.line(in).split(";", 2);
    if (size.length > 1 && manner.has(DIES_OF_CHUNK_EXTENSION)) {
      throw new PlainFailure("a chunk with an extension");
    }
    String digits = size[0].strip();
    if (manner.has(DIES_OF_LEADING_ZEROS_IN_CHUNK_SIZE) && digits.startsWith("00")) {
      throw new PlainFailure("a chunk size with leading zeros");
    }
    int length = Integer.parseInt(digits, 16);
    if (length == 0) {
      return trailers();
    }
    byte[] chunk = in.readNBytes(length);
    if (chunk.length < length) {
      throw new EOFException("a chunk was cut short");
    }
    behindChunk = true;
    return Optional.of(chunk);
  }

  private Optional<byte[]> trailers() throws IOException {
    var trailers = new StringBuilder();
    for (String line = PlainBytes.line(in); !line.isEmpty(); line = PlainBytes.line(in)) {
      trailers.append(line).append('\n');
    }
    awaitEnd();
    framing = Framing.LENGTH;
    return manner.has(READS_TRAILERS_AS_BODY) && trailers.length() > 0
        ? Optional.of(trailers.append('\n').toString().getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private void awaitEnd() throws IOException {
    while (manner.has(WAITS_FOR_CONNECTION_TO_END) && in.read() >= 0) {
      // Whatever comes is behind the body.
    }
  }
}
