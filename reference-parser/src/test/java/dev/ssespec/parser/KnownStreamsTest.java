package dev.ssespec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each stream that was read by hand, read by the interpreter and by the parser in every way. */
class KnownStreamsTest {

  static Stream<KnownStream> streams() {
    return Stream.of(
            KnownLineEnds.all(), KnownFields.all(), KnownBlocks.all(), KnownEncodings.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_interpreter_reads_it(KnownStream stream) {
    assertThat(LiteralInterpreter.interpret(stream.bytes())).isEqualTo(stream.expected());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_parser_reads_it_whole(KnownStream stream) {
    assertThat(Recording.ofWhole(stream.bytes())).isEqualTo(stream.expected());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_parser_reads_it_byte_by_byte(KnownStream stream) {
    assertThat(Recording.ofPieces(stream.bytes(), 1)).isEqualTo(stream.expected());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_parser_reads_it_in_small_pieces(KnownStream stream) {
    for (int size = 2; size <= 12; size++) {
      assertThat(Recording.ofPieces(stream.bytes(), size))
          .as("%d", size)
          .isEqualTo(stream.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void the_parser_reads_it_at_every_split(KnownStream stream) {
    byte[] bytes = stream.bytes();
    for (int at = 0; at <= bytes.length; at++) {
      assertThat(Recording.ofSplit(bytes, at)).as("split at %d", at).isEqualTo(stream.expected());
    }
  }
}
