package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in size. */
final class SizeFaults {
  private SizeFaults() {}

  static List<ParserFault> all() {
    return List.of(
        lineLimitFourKilobytes(),
        lineLimitOfAScanner(),
        lineLimitOfAMegabyte(),
        chunkLimit(),
        chunkedLineLimit(),
        queueOfAHundred(),
        eventOfTenThousandLines(),
        longUnknownThrows(),
        longCommentThrows(),
        commentsPileUp(),
        bufferNotCleared());
  }

  /** Their answers are right: {@code catches} of the case on time names them. */
  static List<ParserFault> inTimeAlone() {
    return List.of(lineSearchedAnew());
  }

  private static ParserFault lineLimitFourKilobytes() {
    return fault(
            "line-limit-four-kilobytes",
            "Drops lines of more than 4096 characters.",
            "tmaxmax/go-sse #3",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    if (whole.length() <= 4096) {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault lineLimitOfAScanner() {
    return fault(
            "line-limit-of-a-scanner",
            "Reads nothing behind a line of more than 65,536 characters.",
            "mark3labs/mcp-go #61, r3labs/sse c6d5381",
            () ->
                new PlainParser() {
                  private boolean over;

                  @Override
                  void line(String whole) {
                    over = over || whole.length() > 65_536;
                    if (!over) {
                      super.line(whole);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault lineLimitOfAMegabyte() {
    return fault(
            "line-limit-of-a-megabyte",
            "Fails on a line of more than one MiB.",
            "modelcontextprotocol/python-sdk #3332",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    if (whole.length() > 1_048_576) {
                      throw new IllegalStateException("line too long");
                    }
                    super.line(whole);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault chunkLimit() {
    return fault(
            "chunk-limit",
            "Fails on a chunk of more than 128 KiB.",
            "hseeberger/akka-sse #44",
            () ->
                new PlainParser() {
                  @Override
                  void feed(byte[] chunk) {
                    if (chunk.length > 131_072) {
                      throw new IllegalStateException("too much at once");
                    }
                    super.feed(chunk);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault chunkedLineLimit() {
    return fault(
            "chunked-line-limit",
            "Fails on a line of more than 128 KiB that comes in pieces.",
            "rtfol/aiohttp-sse-client #11",
            () ->
                new PlainParser() {
                  private int pieces;

                  @Override
                  void feed(byte[] chunk) {
                    super.feed(chunk);
                    pieces = line.length() > 0 ? pieces + 1 : 0;
                    if (pieces > 1 && line.length() > 131_072) {
                      throw new IllegalStateException("line too long");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault queueOfAHundred() {
    return fault(
            "queue-of-a-hundred",
            "Keeps no more than ninety-nine events of a chunk.",
            "mattt/EventSource 86b5096",
            () ->
                new PlainParser() {
                  private int queued;

                  @Override
                  void feed(byte[] chunk) {
                    queued = 0;
                    super.feed(chunk);
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    queued++;
                    if (queued < 100) {
                      super.emit(eventType, payload, lastEventId);
                    }
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault eventOfTenThousandLines() {
    return fault(
            "event-of-ten-thousand-lines",
            "Drops data lines beyond ten thousand.",
            "",
            () ->
                new PlainParser() {
                  private int lines;

                  @Override
                  void data(String value) {
                    lines++;
                    if (lines <= 10_000) {
                      super.data(value);
                    }
                  }

                  @Override
                  void emptyLine() {
                    super.emptyLine();
                    lines = 0;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault longUnknownThrows() {
    return fault(
            "long-unknown-throws",
            "Fails on an unknown field of more than 65,536 characters.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void unknown(String name, String value) {
                    if (name.length() + value.length() > 65_536) {
                      throw new IllegalStateException("field too long");
                    }
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault longCommentThrows() {
    return fault(
            "long-comment-throws",
            "Fails on a comment of more than 65,536 characters.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void comment(String text) {
                    if (text.length() > 65_536) {
                      throw new IllegalStateException("comment too long");
                    }
                    super.comment(text);
                  }
                })
        .kinds(Failure.CRASH);
  }

  private static ParserFault commentsPileUp() {
    return fault(
            "comments-pile-up",
            "Drops an event that comes behind five hundred comments.",
            "",
            () ->
                new PlainParser() {
                  private int quiet;

                  @Override
                  void comment(String text) {
                    super.comment(text);
                    quiet++;
                  }

                  @Override
                  void emit(String eventType, String payload, String lastEventId) {
                    if (quiet < 500) {
                      super.emit(eventType, payload, lastEventId);
                    }
                    quiet = 0;
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault bufferNotCleared() {
    return fault(
            "buffer-not-cleared",
            "Leaves the end of a longer earlier payload behind a shorter one.",
            "",
            () ->
                new PlainParser() {
                  private String longest = "";

                  @Override
                  String payload() {
                    String payload = super.payload();
                    longest = payload.length() >= longest.length() ? payload : longest;
                    return payload + longest.substring(payload.length());
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault lineSearchedAnew() {
    return fault(
        "line-searched-anew",
        "Looks for the line end in all of the line that it has, at each chunk.",
        "rexxars/eventsource-parser #19, openai/openai-node 6.49.0",
        () ->
            new PlainParser() {
              private final StringBuilder pending = new StringBuilder();

              @Override
              void text(String text) {
                pending.append(text);
                int end = pending.length();
                for (int i = 0; i < pending.length(); i++) {
                  end = endsLine(pending.charAt(i)) ? i : end;
                }
                if (end < pending.length()) {
                  release();
                }
              }

              @Override
              void end() {
                release();
                super.end();
              }

              private void release() {
                super.text(pending.toString());
                pending.setLength(0);
              }
            });
  }
}
