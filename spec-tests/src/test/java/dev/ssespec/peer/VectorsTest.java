package dev.ssespec.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import dev.ssespec.parser.LiteralInterpreter;
import dev.ssespec.report.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams that hold several conditions each, with events that were worked out without this kit.
 * They are not played to targets: each condition is in a case of its own, which the vector names.
 */
class VectorsTest {
  /** A stream and what it means. */
  private record Vector(
      String id, List<String> cases, Bytes stream, List<Event> events, OptionalLong retry) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream("vectors.json"))) {
      List<Vector> vectors = new ArrayList<>();
      for (JsonNode one : new ObjectMapper().readTree(in)) {
        vectors.add(vector(one));
      }
      return vectors.stream();
    }
  }

  private static Vector vector(JsonNode json) {
    List<String> cases = new ArrayList<>();
    json.path("cases").forEach(code -> cases.add(code.asText()));
    List<Event> events = new ArrayList<>();
    json.path("events")
        .forEach(
            e ->
                events.add(
                    new Event(
                        e.path("type").asText(),
                        e.path("data").asText(),
                        e.path("lastEventId").asText())));
    OptionalLong retry = OptionalLong.empty();
    for (JsonNode each : json.path("retry")) {
      retry = OptionalLong.of(each.asLong());
    }
    return new Vector(
        json.path("id").asText(),
        cases,
        Bytes.fromBase64(json.path("bytes").asText()),
        events,
        retry);
  }

  @Test
  void noneIsLeftOut() throws IOException {
    assertThat(vectors()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void eachOfItsConditionsHasACase(Vector vector) {
    assertThat(vector.cases()).isNotEmpty();
    assertThat(vector.cases())
        .allSatisfy(code -> assertThat(Catalogue.whole().find(code)).as(code).isPresent());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theLiteralInterpreterReadsItSo(Vector vector) {
    Interpretation read = LiteralInterpreter.interpret(vector.stream().toArray());

    assertThat(read.events()).isEqualTo(vector.events());
    assertThat(read.reconnectionTime()).isEqualTo(vector.retry());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void parsersReadItSoAtEverySplit(Vector vector) {
    byte[] stream = vector.stream().toArray();
    for (int at = 0; at <= stream.length; at++) {
      List<byte[]> chunks =
          List.of(
              Arrays.copyOf(stream, at),
              new byte[0],
              Arrays.copyOfRange(stream, at, stream.length));

      assertThat(new SoundParser().parse(chunks, true).events()).isEqualTo(vector.events());
      assertThat(new PlainParser().whole(chunks, true).events()).isEqualTo(vector.events());
    }
  }
}
