package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The parser means what the interpreter means, on streams that nobody has thought of. */
class AgreementProperties {

  @Property(tries = 2000)
  void on_well_meant_streams(
      @ForAll("streams") byte[] stream, @ForAll @IntRange(min = 1, max = 40) int size) {
    Interpretation expected = LiteralInterpreter.interpret(stream);
    assertThat(Recording.ofWhole(stream)).isEqualTo(expected);
    assertThat(Recording.ofPieces(stream, size)).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void on_garbage(@ForAll byte[] stream, @ForAll @IntRange(min = 1, max = 9) int size) {
    Interpretation expected = LiteralInterpreter.interpret(stream);
    assertThat(Recording.ofWhole(stream)).isEqualTo(expected);
    assertThat(Recording.ofPieces(stream, size)).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void on_values_of_broken_utf_8(
      @ForAll("brokenUtf8") byte[] value, @ForAll @IntRange(min = 1, max = 9) int size) {
    byte[] stream = ("data: " + new String(value, ISO_8859_1) + "\n\n").getBytes(ISO_8859_1);
    Interpretation expected = LiteralInterpreter.interpret(stream);
    assertThat(Recording.ofWhole(stream)).isEqualTo(expected);
    assertThat(Recording.ofPieces(stream, size)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<byte[]> brokenUtf8() {
    return Arbitraries.of(
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
            0xE1, 0xED, 0xEE, 0xEF, 0xBB, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF)
        .list()
        .ofMaxSize(12)
        .map(
            list -> {
              byte[] bytes = new byte[list.size()];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = list.get(i).byteValue();
              }
              return bytes;
            });
  }

  @Provide
  Arbitrary<byte[]> streams() {
    Arbitrary<String> name =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("data", "event", "id", "retry")),
            Tuple.of(1, Arbitraries.of("", "dat", "Data", "datas", " data", "\uFEFFdata", "foo")));
    Arbitrary<String> value =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.strings().ascii().excludeChars('\r', '\n').ofMaxLength(40)),
            Tuple.of(2, Arbitraries.strings().excludeChars('\r', '\n').ofMaxLength(20)),
            Tuple.of(2, Arbitraries.of("", " ", "0", "17", "a\0b", "日本語", "é", "\u2028", "😀x")));
    Arbitrary<String> colon = Arbitraries.of(":", ": ", ":  ", "");
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r", "\n\n", "\r\r", "\n\r", "\r\n\r\n");
    Arbitrary<String> line =
        Combinators.combine(name, colon, value, end).as((n, c, v, e) -> n + c + v + e);
    return Arbitraries.frequencyOf(
            Tuple.of(9, line), Tuple.of(1, Arbitraries.of("\n", "\r", ":", " ", "\0", "\uFEFF")))
        .list()
        .ofMaxSize(20)
        .map(lines -> bytes(lines));
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("", lines).getBytes(UTF_8);
  }
}
