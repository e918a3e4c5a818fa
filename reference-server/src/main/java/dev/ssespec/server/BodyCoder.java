package dev.ssespec.server;

/** Codes a body piece by piece, so that each piece can be decoded as it comes. */
interface BodyCoder {
  /** The coded bytes of a piece, with whatever the coding wants before the first and last one. */
  byte[] code(byte[] plain, boolean ends);

  static BodyCoder of(Coding coding) {
    return switch (coding) {
      case GZIP -> new GzipCoder();
      case DEFLATE -> new DeflateCoder();
      case BROTLI -> new BrotliCoder();
      case ZSTANDARD -> new ZstandardCoder();
    };
  }
}
