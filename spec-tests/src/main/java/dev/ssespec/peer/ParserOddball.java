package dev.ssespec.peer;

import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ParserTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** A parser that goes about it in an odd way and is right: no case may fail it. */
public enum ParserOddball implements ParserTarget {
  /** Waits for a day at most. */
  RETRY_CLAMPED("Takes a reconnection time beyond a day for a day.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        long number(String digits) {
          return Math.min(super.number(digits), 86_400_000);
        }
      };
    }
  },
  /** Waits for half a second at least, as Firefox does. */
  RETRY_RAISED("Takes a reconnection time below half a second for half a second.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        long number(String digits) {
          return Math.max(super.number(digits), 500);
        }
      };
    }
  },
  /** Cannot hold more, as Chromium cannot. */
  RETRY_BEYOND_LONG_IGNORED("Ignores a reconnection time beyond 64 bits.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        boolean isDigits(String value) {
          return super.isDigits(value) && number(value) < Long.MAX_VALUE;
        }
      };
    }
  },
  /** Takes no digit for zero. */
  EMPTY_RETRY_IS_ZERO("Takes an empty reconnection time for zero.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        boolean isDigits(String value) {
          return value.isEmpty() || super.isDigits(value);
        }
      };
    }
  },
  /** Goes back to the default, as Chromium does. */
  EMPTY_RETRY_IS_DEFAULT("Goes back to its default at an empty reconnection time.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        void retry(String value) {
          super.retry(value);
          reconnectionTime = value.isEmpty() ? OptionalLong.empty() : reconnectionTime;
        }
      };
    }
  },
  /** Reports comments as it reports values. */
  COMMENTS_WITHOUT_THEIR_SPACE("Reports comments without the space behind the colon.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        void comment(String text) {
          super.comment(value(text));
        }
      };
    }
  },
  /** Sees one byte at a time, whatever comes. */
  ONE_BYTE_AT_A_TIME("Cuts each chunk into single bytes, with nothing between them.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        void feed(byte[] chunk) {
          for (byte b : chunk) {
            super.feed(new byte[] {b});
            super.feed(new byte[0]);
          }
        }
      };
    }
  },
  /** Knows no line end but CR. */
  CARRIAGE_RETURNS_ONLY("Turns every line end into CR before it looks at lines.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        private boolean behindReturn;

        @Override
        void character(char c) {
          if (!(behindReturn && c == '\n')) {
            super.character(c == '\n' ? '\r' : c);
          }
          behindReturn = c == '\r';
        }
      };
    }
  },
  /** Hears a comment behind each line. */
  COMMENTS_EVERYWHERE(
      "Puts a comment behind each line but the empty ones, and says nothing of it.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        @Override
        void line(String whole) {
          super.line(whole);
          if (!whole.isEmpty()) {
            super.line(": " + whole);
            comments.remove(comments.size() - 1);
          }
        }
      };
    }
  },
  /** Reads a block from its last kind of field to its first. */
  FIELDS_REORDERED("Sorts the lines of a block by kind before it reads them.") {
    @Override
    PlainParser parser() {
      return new PlainParser() {
        private final List<String> block = new ArrayList<>();

        @Override
        void line(String whole) {
          block.add(whole);
          if (whole.isEmpty()) {
            read();
          }
        }

        @Override
        void end() {
          super.end();
          read();
        }

        private void read() {
          block.sort(Comparator.comparing(ParserOddball::kind).reversed());
          block.forEach(super::line);
          block.clear();
        }
      };
    }
  };

  private final String sentence;

  ParserOddball(String sentence) {
    this.sentence = sentence;
  }

  /** A fresh one. */
  abstract PlainParser parser();

  /** Which lines keep their order when a block is sorted; the empty line comes last. */
  private static String kind(String line) {
    int colon = line.indexOf(':');
    return colon == 0 ? ":" : colon < 0 ? line : line.substring(0, colon);
  }

  /** What it does. */
  public String sentence() {
    return sentence;
  }

  /** How it introduces itself. */
  public TargetInfo info() {
    return SoundParser.introduced("odd parser: " + name(), sentence);
  }

  @Override
  public Interpretation parse(List<byte[]> chunks, boolean end) {
    return parser().whole(chunks, end);
  }
}
