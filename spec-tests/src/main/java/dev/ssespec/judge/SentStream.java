package dev.ssespec.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

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
    String hex = length == 0 ? "" : " = " + inARow(" | ", SentStream::hex, "");
    return size(length) + ": " + inARow(" ", SentStream::quoted, "\"\"") + open + hex;
  }

  /** The chunks as text, and how many empty ones stand side by side, where there are several. */
  private String inARow(String between, Function<Bytes, String> shown, String empty) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      int first = i;
      while (i + 1 < chunks.size() && isEmpty(first) && isEmpty(i + 1)) {
        i++;
      }
      int row = i - first + 1;
      words.add(
          row > 1
              ? row + " empty chunks"
              : isEmpty(first) ? empty : shown.apply(chunks.get(first)));
    }
    return String.join(between, words).strip();
  }

  private boolean isEmpty(int chunk) {
    return chunks.get(chunk).length() == 0;
  }

  private static String quoted(Bytes chunk) {
    return "\"" + chunk.escaped().replace("\"", "\\\"") + "\"";
  }

  private static String hex(Bytes chunk) {
    return HEX.formatHex(chunk.toArray());
  }

  private String size(int length) {
    return length
        + (length == 1 ? " byte" : " bytes")
        + (chunks.size() == 1 ? "" : " in " + chunks.size() + " chunks");
  }
}
