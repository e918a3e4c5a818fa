package dev.ssespec.peer;

import java.io.IOException;
import java.util.Optional;

/** Decodes a coded body piece by piece. */
interface PlainCoding {
  /** What the client says that it can decode. */
  String ALL = "gzip, deflate, br, zstd";

  /** What can be decoded now. */
  byte[] feed(byte[] piece) throws IOException;

  /**
   * What is left when the body is over.
   *
   * @throws java.io.EOFException if the coding is not over
   */
  byte[] end() throws IOException;

  /** The one of that name; empty where the body is not coded. */
  static Optional<PlainCoding> of(String name, PlainManner manner) {
    return switch (name) {
      case "gzip" -> Optional.of(new PlainGzip(manner));
      case "deflate" -> Optional.of(new PlainHolding(manner, new PlainDeflate(manner)));
      case "br" -> Optional.of(new PlainHolding(manner, PlainBlocks.brotli()));
      case "zstd" -> Optional.of(new PlainHolding(manner, PlainBlocks.zstandard()));
      default -> Optional.empty();
    };
  }
}
