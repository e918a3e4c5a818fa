package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in line ends. */
final class LineEndFaults {
  private LineEndFaults() {}

  static List<ParserFault> all() {
    return List.of(
        lineFeedOnly(),
        carriageReturnUnknown(),
        crlfIsTwo(),
        crlfCutIsTwo(),
        carriageReturnRemembered(),
        lineFeedSkippedTwice(),
        lineFeedBehindCrlfSkipped(),
        carriageReturnHeldBack(),
        carriageReturnWaits());
  }

  private static ParserFault lineFeedOnly() {
    return fault(
            "line-feed-only",
            "Knows LF alone; a CR stays in the value.",
            "gin-contrib/sse 0c45047",
            () ->
                new PlainParser() {
                  @Override
                  boolean endsLine(char c) {
                    return c == '\n';
                  }
                })
        .floods("ending=cr", "ending=crlf")
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault carriageReturnUnknown() {
    return fault(
            "carriage-return-unknown",
            "Knows LF and CRLF, and no CR on its own.",
            "spring-projects/spring-framework 91eb4264, aiohttp-sse-client e311075",
            () ->
                new PlainParser() {
                  @Override
                  boolean endsLine(char c) {
                    return c == '\n';
                  }

                  @Override
                  void line(String whole) {
                    super.line(
                        whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole);
                  }
                })
        .floods("ending=cr")
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault crlfIsTwo() {
    return fault(
            "crlf-is-two",
            "Takes CR and LF of a CRLF for two line ends.",
            "mpetazzoni/sse.js #17",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    skipLineFeed = false;
                    super.character(c);
                  }
                })
        .floods("ending=crlf")
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault crlfCutIsTwo() {
    return fault(
            "crlf-cut-is-two",
            "Takes a CRLF that is cut for two line ends.",
            "rexxars/eventsource-parser #17, cloudflare/workerd PR 1782",
            () ->
                new PlainParser() {
                  @Override
                  void feed(byte[] chunk) {
                    skipLineFeed = skipLineFeed && chunk.length == 0;
                    super.feed(chunk);
                  }
                })
        .floods("ending=crlf")
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault carriageReturnRemembered() {
    return fault(
            "carriage-return-remembered",
            "Skips an LF even if other characters stand between it and the CR.",
            "launchdarkly/cpp-sdks 55f7eaf6",
            () ->
                new PlainParser() {
                  @Override
                  void forgetReturn() {}
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault lineFeedSkippedTwice() {
    return fault(
            "line-feed-skipped-twice",
            "Skips a second LF behind a CRLF that was cut.",
            "Shopify/event_stream_parser 1e3c849",
            () ->
                new PlainParser() {
                  private boolean cut;

                  @Override
                  void feed(byte[] chunk) {
                    cut = skipLineFeed;
                    super.feed(chunk);
                  }

                  @Override
                  void character(char c) {
                    if (cut && skipLineFeed && c == '\n') {
                      return;
                    }
                    super.character(c);
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault lineFeedBehindCrlfSkipped() {
    return fault(
            "line-feed-behind-crlf-skipped",
            "Skips an LF at the start of a chunk if the last one ended in CRLF.",
            "chatGPTBox PR 1036",
            () ->
                new PlainParser() {
                  private boolean behind;
                  private char last;

                  @Override
                  void feed(byte[] chunk) {
                    behind = last == '\n' && chunk.length > 0;
                    super.feed(chunk);
                    behind = false;
                  }

                  @Override
                  void character(char c) {
                    if (behind && c == '\n') {
                      behind = false;
                      return;
                    }
                    behind = false;
                    last = skipLineFeed && c == '\n' ? '\n' : '\0';
                    super.character(c);
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault carriageReturnHeldBack() {
    return fault(
            "carriage-return-held-back",
            "Waits for the next character behind a CR, and drops the CR at the end.",
            "rexxars/eventsource-parser 3.1.1",
            () ->
                new PlainParser() {
                  private boolean held;

                  @Override
                  void character(char c) {
                    if (held) {
                      held = false;
                      super.character('\r');
                    }
                    if (c == '\r') {
                      held = true;
                    } else {
                      super.character(c);
                    }
                  }
                })
        .floods("ending=cr")
        .kinds(Failure.MISSING);
  }

  private static ParserFault carriageReturnWaits() {
    return fault(
            "carriage-return-waits",
            "Waits for the next character behind a CR, or for the end.",
            "dotnet/runtime 09401b4, httpx-sse 27c2fa9",
            () ->
                new PlainParser() {
                  private boolean held;

                  @Override
                  void character(char c) {
                    if (held) {
                      held = false;
                      super.character('\r');
                    }
                    if (c == '\r') {
                      held = true;
                    } else {
                      super.character(c);
                    }
                  }

                  @Override
                  void end() {
                    if (held) {
                      super.character('\r');
                    }
                    super.end();
                  }
                })
        .kinds(Failure.MISSING);
  }
}
