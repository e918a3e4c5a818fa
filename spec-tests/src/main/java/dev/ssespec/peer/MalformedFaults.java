package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in bytes that are not UTF-8. */
final class MalformedFaults {
  private MalformedFaults() {}

  static List<ParserFault> all() {
    return List.of(
        malformedThrows(),
        malformedDropped(),
        malformedLineDropped(),
        malformedPerByte(),
        malformedPerRun(),
        surrogateIsOne(),
        surrogatePairsJoined(),
        overlongAccepted(),
        longFormsAccepted(),
        truncatedSwallowsNext(),
        endInsideCharacterThrows());
  }

  private static ParserFault malformedThrows() {
    return fault(
            "malformed-throws",
            "Fails on bytes that are not UTF-8.",
            "sseclient-py, openai-python 3.22.1",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      void malformed(int bytes) {
                        throw new IllegalStateException("invalid UTF-8");
                      }
                    }))
        .kinds(Failure.CRASH);
  }

  private static ParserFault malformedDropped() {
    return fault(
            "malformed-dropped",
            "Drops bytes that are not UTF-8.",
            "clients that decode with errors ignored",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      void malformed(int bytes) {}
                    }))
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault malformedLineDropped() {
    return fault(
            "malformed-line-dropped",
            "Drops a line in which there is U+FFFD.",
            "inaka/EventSource 5cc9657",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    if (whole.indexOf(PlainDecoder.REPLACEMENT) < 0) {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault malformedPerByte() {
    return fault(
            "malformed-per-byte",
            "Makes one U+FFFD of each byte of a broken sequence.",
            "",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      void malformed(int bytes) {
                        for (int i = 0; i < bytes; i++) {
                          out.append(REPLACEMENT);
                        }
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault malformedPerRun() {
    return fault(
            "malformed-per-run",
            "Makes one U+FFFD of bad bytes in a row.",
            "",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      private boolean bad;

                      @Override
                      void malformed(int bytes) {
                        if (!bad) {
                          out.append(REPLACEMENT);
                        }
                        bad = true;
                      }

                      @Override
                      void ascii(char c) {
                        bad = false;
                        out.append(c);
                      }

                      @Override
                      void whole(int character) {
                        bad = false;
                        out.appendCodePoint(character);
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault surrogateIsOne() {
    return fault(
            "surrogate-is-one",
            "Makes one U+FFFD of an encoded surrogate.",
            "decoders of the Java platform",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      int upper(int b) {
                        return b == 0xED ? 0xBF : super.upper(b);
                      }

                      @Override
                      void whole(int character) {
                        if (Character.getType(character) == Character.SURROGATE) {
                          malformed(3);
                        } else {
                          out.appendCodePoint(character);
                        }
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault surrogatePairsJoined() {
    return fault(
            "surrogate-pairs-joined",
            "Takes two encoded surrogates for the character that they would be; single "
                + "ones vanish.",
            "decoders that know CESU-8",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      private char high;

                      @Override
                      int upper(int b) {
                        return b == 0xED ? 0xBF : super.upper(b);
                      }

                      @Override
                      void whole(int character) {
                        if (character >= 0xD800 && character <= 0xDBFF) {
                          high = (char) character;
                        } else if (character >= 0xDC00 && character <= 0xDFFF) {
                          if (high != 0) {
                            out.append(high).append((char) character);
                          }
                        } else {
                          super.whole(character);
                        }
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault overlongAccepted() {
    return fault(
            "overlong-accepted",
            "Takes overlong forms for the characters that they spell.",
            "",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      int length(int b) {
                        return b == 0xC0 || b == 0xC1 ? 2 : super.length(b);
                      }

                      @Override
                      int lower(int b) {
                        return 0x80;
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault longFormsAccepted() {
    return fault(
            "long-forms-accepted",
            "Takes forms of five bytes and values above the last character for one bad "
                + "character.",
            "decoders of RFC 2279",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      int length(int b) {
                        return b >= 0xF8 && b <= 0xFB
                            ? 5
                            : b >= 0xF5 && b <= 0xF7 ? 4 : super.length(b);
                      }

                      @Override
                      int upper(int b) {
                        return b == 0xF4 ? 0xBF : super.upper(b);
                      }

                      @Override
                      void whole(int character) {
                        if (character > Character.MAX_CODE_POINT) {
                          malformed(1);
                        } else {
                          out.appendCodePoint(character);
                        }
                      }
                    }))
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault truncatedSwallowsNext() {
    return fault(
            "truncated-swallows-next",
            "Loses the byte that breaks a sequence.",
            "",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      boolean swallowsBreaker(int b) {
                        return true;
                      }
                    }))
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault endInsideCharacterThrows() {
    return fault(
            "end-inside-character-throws",
            "Fails where the stream ends inside a character.",
            "jpopesculian/eventsource-stream",
            () ->
                new PlainParser(
                    new PlainDecoder() {
                      @Override
                      void unfinished(int bytes) {
                        throw new IllegalStateException("incomplete UTF-8");
                      }
                    }))
        .kinds(Failure.CRASH);
  }
}
