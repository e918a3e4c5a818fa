package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A stream as it was sent to a parser. */
final class SentStream {
  /** More bytes than that tell a person nothing. */
  private static final int SHOWN = 100;

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final List<Bytes> chunks = new ArrayList<>();
  private final boolean end;

  SentStream(ObjectNode question) {
    question.path("chunks").forEach(chunk -> chunks.add(Bytes.fromBase64(chunk.asText())));
    end = question.path("eof").asBoolean(true);
  }

  /** Whether it ended behind its last byte. */
  boolean end() {
    return end;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    chunks.forEach(chunk -> out.writeBytes(chunk.toArray()));
    return out.toByteArray();
  }

  /** {@code 7 bytes in 2 chunks: "data\r" "\n" = 64 61 74 61 0d | 0a}. */
  String inWords() {
    int length = bytes().length;
    String open = end ? "" : ", and stays open";
    if (length > SHOWN) {
      return size(length) + ": \"" + Bytes.of(bytes()).slice(0, SHOWN).escaped() + "\"…" + open;
    }
    return size(length)
        + ": "
        + chunks.stream()
            .map(chunk -> "\"" + chunk.escaped().replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(" "))
        + open
        + " = "
        + chunks.stream()
            .map(chunk -> HEX.formatHex(chunk.toArray()))
            .collect(Collectors.joining(" | "));
  }

  private String size(int length) {
    return length
        + (length == 1 ? " byte" : " bytes")
        + (chunks.size() == 1 ? "" : " in " + chunks.size() + " chunks");
  }
}
