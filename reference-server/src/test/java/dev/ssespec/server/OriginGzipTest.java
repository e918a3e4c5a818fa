package dev.ssespec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(NothingLeftOver.class)
final class OriginGzipTest {
  private static final Script BOTH =
      Script.eventStream()
          .body("data: plain\n\n")
          .end()
          .orGzipped(
              Script.eventStream()
                  .gzipped()
                  .gzip("data: co")
                  .gzipEnd("ded\n\n")
                  .gzipEnd("data: again\n\n")
                  .end());

  @Test
  void who_accepts_gzip_gets_members_that_any_decoder_reads() throws IOException {
    try (Origin origin = Origin.start();
        Stage stage = origin.stage(Program.of(BOTH))) {
      HttpURLConnection connection = (HttpURLConnection) stage.url().toURL().openConnection();
      connection.setRequestProperty("Accept-Encoding", "gzip");
      byte[] coded = connection.getInputStream().readAllBytes();
      assertThat(connection.getHeaderField("Content-Encoding")).isEqualTo("gzip");
      try (var decoded = new GZIPInputStream(new ByteArrayInputStream(coded))) {
        assertThat(new String(decoded.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo("data: coded\n\ndata: again\n\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|true",
        "deflate, gzip;q=0.5, br|true",
        "GZIP ; q=1.0|true",
        "gzip;q=0|false",
        "gzip;q=0.000|false",
        "x-gzip|false",
        "identity|false",
        "*|false"
      })
  void gzip_has_to_be_accepted_by_name(String accepted, boolean gzip) {
    String head = "GET / HTTP/1.1\r\nAccept-Encoding: " + accepted + "\r\n\r\n";
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    assertThat(new Request("GET", "/", bytes, new byte[0]).accepts(Coding.GZIP)).isEqualTo(gzip);
  }
}
