package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Faults in the decoding of bytes. */
final class DecodingFaults {
  private DecodingFaults() {}

  static List<ParserFault> all() {
    return List.of(decodeEachChunk(), decodeLatin(), decoderFlushedByEmptyChunk());
  }

  private static ParserFault decodeEachChunk() {
    return fault(
            "decode-each-chunk",
            "Decodes each chunk on its own.",
            "mpetazzoni/sseclient #8, api7/aisix #111",
            () ->
                new PlainParser() {
                  @Override
                  String decode(byte[] chunk) {
                    var alone = new PlainDecoder();
                    return alone.decode(chunk) + alone.end();
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault decodeLatin() {
    return fault(
            "decode-latin",
            "Reads each byte as ISO-8859-1.",
            "btubbs/sseclient 7c94b83",
            () ->
                new PlainParser() {
                  @Override
                  String decode(byte[] chunk) {
                    return new String(chunk, StandardCharsets.ISO_8859_1);
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault decoderFlushedByEmptyChunk() {
    return fault(
            "decoder-flushed-by-empty-chunk",
            "Takes a chunk without a byte for the end of what there is to decode.",
            "",
            () -> flushedByEmptyChunk(new PlainDecoder()))
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static PlainParser flushedByEmptyChunk(PlainDecoder decoder) {
    return new PlainParser(decoder) {
      @Override
      String decode(byte[] chunk) {
        return chunk.length == 0 ? decoder.end() : super.decode(chunk);
      }
    };
  }
}
