package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class BodyCoderTest {
  private static final byte[] FIRST = "data: a\n\n".getBytes(UTF_8);
  private static final byte[] SECOND = "data: b\n\n".getBytes(UTF_8);

  private static String hex(BodyCoder coder) {
    return HexFormat.of().formatHex(coder.code(FIRST, false))
        + " "
        + HexFormat.of().formatHex(coder.code(SECOND, true));
  }

  private static String inflate(Inflater inflater, byte[] coded) throws DataFormatException {
    byte[] plain = new byte[100];
    inflater.setInput(coded);
    return new String(plain, 0, inflater.inflate(plain), UTF_8);
  }

  @Test
  void deflateIsTheZlibFormatAndCanBeReadPieceByPiece() throws DataFormatException {
    BodyCoder coder = BodyCoder.of(Coding.DEFLATE);
    var inflater = new Inflater();

    assertThat(inflate(inflater, coder.code(FIRST, false))).isEqualTo("data: a\n\n");
    assertThat(inflater.finished()).isFalse();
    assertThat(inflate(inflater, coder.code(SECOND, true))).isEqualTo("data: b\n\n");
    assertThat(inflater.finished()).isTrue();
    inflater.end();
  }

  /** Read by the decoder of Node.js, too. */
  @Test
  void brotliHoldsItsBytesAsTheyAre() {
    assertThat(hex(BodyCoder.of(Coding.BROTLI)))
        .isEqualTo("800010646174613a20610a0a 400008646174613a20620a0a03");
  }

  /** Read by the decoder of Node.js, too. */
  @Test
  void zstandardHoldsItsBytesAsTheyAre() {
    assertThat(hex(BodyCoder.of(Coding.ZSTANDARD)))
        .isEqualTo("28b52ffd0038480000646174613a20610a0a 480000646174613a20620a0a010000");
  }
}
