package dev.ssespec.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SentStreamTest {
  @Test
  void chunksStandSideBySide() {
    assertThat(inWords(true, "data\r", "\n"))
        .isEqualTo("6 bytes in 2 chunks: \"data\\r\" \"\\n\" = 64 61 74 61 0d | 0a");
  }

  @Test
  void oneEmptyChunkIsShown() {
    assertThat(inWords(true, "a", "", "b"))
        .isEqualTo("2 bytes in 3 chunks: \"a\" \"\" \"b\" = 61 |  | 62");
  }

  @Test
  void emptyChunksInARowAreCounted() {
    assertThat(inWords(false, "", "", "", "a", "", ""))
        .isEqualTo(
            "1 byte in 6 chunks: 3 empty chunks \"a\" 2 empty chunks, and stays open"
                + " = 3 empty chunks | 61 | 2 empty chunks");
  }

  @Test
  void aStreamWithoutBytesHasNoHex() {
    assertThat(inWords(true, "")).isEqualTo("0 bytes: \"\"");
    assertThat(inWords(true, "", "")).isEqualTo("0 bytes in 2 chunks: 2 empty chunks");
  }

  private static String inWords(boolean end, String... chunks) {
    ObjectNode question = Json.message("parse").put("eof", end);
    var list = question.putArray("chunks");
    for (String chunk : chunks) {
      byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
      list.add(Base64.getEncoder().encodeToString(bytes));
    }
    return new SentStream(question).inWords();
  }
}
