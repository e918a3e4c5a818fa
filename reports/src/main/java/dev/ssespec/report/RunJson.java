package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * How the records look as JSON: ASCII alone, unknown keys ignored, absent texts and lists empty.
 */
final class RunJson {
  /** What targets say may be nested to Jackson's default of 1000, and the records go around it. */
  private static final int DEPTH = 2000;

  /** Characters; a transcript entry of 256 MiB still comes back. */
  private static final int LONGEST_TEXT = 400_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(String.class, o -> o.setSetterInfo(emptyWhereAbsent()))
          .withConfigOverride(List.class, o -> o.setSetterInfo(emptyWhereAbsent()))
          .withConfigOverride(Map.class, o -> o.setSetterInfo(emptyWhereAbsent()))
          .build();

  private RunJson() {}

  static ObjectNode node() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode tree(Object record) {
    return MAPPER.valueToTree(record);
  }

  /** On one line. */
  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  static <T> T as(Class<T> type, JsonNode node) throws JsonProcessingException {
    return MAPPER.treeToValue(node, type);
  }

  private static JsonSetter.Value emptyWhereAbsent() {
    return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
  }
}
