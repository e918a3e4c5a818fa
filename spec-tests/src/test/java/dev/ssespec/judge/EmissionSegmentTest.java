package dev.ssespec.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmissionSegmentTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'data: a\\n\\n', 1",
    "'retry: 1\\ndata: a\\n\\n', 1",
    "'retry: 1\\n\\ndata: a\\n\\n', 1",
    "'data: a\\n\\nretry: 1\\n\\n', 1",
    "'retry: 1\\n\\n', 0",
    "'retry: 1\\nid: 1\\n\\ndata: a\\n\\n', 2",
    "'id: 1\\n\\ndata: a\\n\\n', 2",
    "': c\\n\\n\\ndata: a\\r\\revent: x\\r\\n\\r\\n', 2",
  })
  void aBlockOfReconnectionTimesAloneIsNotCounted(String values, int blocks) {
    String stream = "data: ahead\n\n" + values.translateEscapes() + "data: behind\n\n";

    assertThat(EmissionSegment.of(stream.getBytes(UTF_8), "ahead", "behind").blocks())
        .isEqualTo(blocks);
  }
}
