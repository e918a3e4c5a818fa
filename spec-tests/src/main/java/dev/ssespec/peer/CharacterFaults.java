package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.text.Normalizer;
import java.util.List;

/** Faults in characters with nothing special about them. */
final class CharacterFaults {
  private CharacterFaults() {}

  static List<ParserFault> all() {
    return List.of(
        nulDropped(),
        nulEndsValue(),
        controlsDropped(),
        textNormalised(),
        barePlane(),
        noncharactersReplaced());
  }

  private static ParserFault nulDropped() {
    return fault(
            "nul-dropped",
            "Drops NUL wherever it stands.",
            "Firefox 153",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    if (c != '\0') {
                      super.character(c);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault nulEndsValue() {
    return fault(
            "nul-ends-value",
            "Cuts a value at its first NUL.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    String value = super.value(behindColon);
                    int nul = value.indexOf('\0');
                    return nul < 0 ? value : value.substring(0, nul);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault controlsDropped() {
    return fault(
            "controls-dropped",
            "Drops control characters other than line ends.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    if (!Character.isISOControl(c) || endsLine(c)) {
                      super.character(c);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault textNormalised() {
    return fault(
            "text-normalised",
            "Composes characters and their marks.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  String payload() {
                    return Normalizer.normalize(super.payload(), Normalizer.Form.NFC);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault barePlane() {
    return fault(
            "bare-plane",
            "Replaces every character beyond U+FFFF.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    if (Character.isHighSurrogate(c)) {
                      super.character('?');
                    } else if (!Character.isLowSurrogate(c)) {
                      super.character(c);
                    }
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault noncharactersReplaced() {
    return fault(
            "noncharacters-replaced",
            "Replaces code points that are not assigned, or private.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    int kind = Character.getType(c);
                    super.character(
                        kind == Character.UNASSIGNED || kind == Character.PRIVATE_USE ? '?' : c);
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }
}
