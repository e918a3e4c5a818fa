package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.List;

/** Faults in what counts as an empty line, and as a line end. */
final class EmptyLineFaults {
  private EmptyLineFaults() {}

  static List<ParserFault> all() {
    return List.of(
        pairOfOneKind(),
        mixedPairWaits(),
        crlfPairFirst(),
        lineFeedReturnIsOne(),
        separatorsEndLines(),
        nextLineEndsLines(),
        formFeedEndsLines(),
        blankLineIsEmpty());
  }

  private static ParserFault pairOfOneKind() {
    return fault(
            "pair-of-one-kind",
            "Ends an event only at two line ends of one kind.",
            "mpetazzoni/sseclient 456873c, btubbs/sseclient 7c94b83",
            () ->
                new PlainParser() {
                  private final StringBuilder pending = new StringBuilder();

                  @Override
                  void text(String text) {
                    for (int i = 0; i < text.length(); i++) {
                      pending.append(text.charAt(i));
                      if (endsIn("\n\n") || endsIn("\r\r") || endsIn("\r\n\r\n")) {
                        take();
                      }
                    }
                  }

                  private boolean endsIn(String pair) {
                    return pending.length() >= pair.length()
                        && pending.substring(pending.length() - pair.length()).equals(pair);
                  }

                  private void take() {
                    for (String one : pending.toString().split("\r\n|\r|\n", -1)) {
                      if (!one.isEmpty()) {
                        super.text(one + "\n");
                      }
                    }
                    pending.setLength(0);
                    super.text("\n");
                  }

                  @Override
                  void end() {
                    super.text(pending.toString());
                    super.end();
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault mixedPairWaits() {
    return fault(
            "mixed-pair-waits",
            "Looks at what it has only when two line ends of one kind are in.",
            "openai/openai-node #2309",
            () ->
                new PlainParser() {
                  private final StringBuilder pending = new StringBuilder();

                  @Override
                  void text(String text) {
                    pending.append(text);
                    int behind = behindLastPair(pending.toString());
                    super.text(pending.substring(0, behind));
                    pending.delete(0, behind);
                  }

                  private int behindLastPair(String text) {
                    int behind = 0;
                    for (String pair : List.of("\n\n", "\r\r", "\r\n\r\n")) {
                      int at = text.lastIndexOf(pair);
                      behind = Math.max(behind, at < 0 ? 0 : at + pair.length());
                    }
                    return behind;
                  }

                  @Override
                  void end() {
                    super.text(pending.toString());
                    pending.setLength(0);
                    super.end();
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault crlfPairFirst() {
    return fault(
            "crlf-pair-first",
            "Looks for an empty line of CRLF in all that it has before looking for others.",
            "inaka/EventSource 5cc9657",
            () ->
                new PlainParser() {
                  private final StringBuilder pending = new StringBuilder();

                  @Override
                  void text(String text) {
                    pending.append(text);
                    while (take("\r\n\r\n") || take("\n\n") || take("\r\r")) {}
                  }

                  private boolean take(String pair) {
                    int at = pending.indexOf(pair);
                    if (at < 0) {
                      return false;
                    }
                    for (String one : pending.substring(0, at).split("\r\n|\r|\n", -1)) {
                      if (!one.isEmpty()) {
                        super.text(one + "\n");
                      }
                    }
                    super.text("\n");
                    pending.delete(0, at + pair.length());
                    return true;
                  }

                  @Override
                  void end() {
                    super.text(pending.toString());
                    super.end();
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault lineFeedReturnIsOne() {
    return fault(
            "line-feed-return-is-one",
            "Takes LF and CR for one line end.",
            "r3labs/sse c6d5381",
            () ->
                new PlainParser() {
                  private boolean fed;

                  @Override
                  void character(char c) {
                    boolean behind = fed;
                    fed = c == '\n' && !skipLineFeed;
                    if (!(behind && c == '\r')) {
                      super.character(c);
                    }
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault separatorsEndLines() {
    return fault(
            "separators-end-lines",
            "Ends lines at U+2028 and U+2029.",
            "florimondmanca/httpx-sse #34, modelcontextprotocol/java-sdk #1136",
            () ->
                new PlainParser() {
                  @Override
                  boolean endsLine(char c) {
                    return super.endsLine(c) || c == '\u2028' || c == '\u2029';
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault nextLineEndsLines() {
    return fault(
            "next-line-ends-lines",
            "Ends lines at U+0085.",
            "mpetazzoni/sseclient #9, open-metadata/OpenMetadata #29531",
            () ->
                new PlainParser() {
                  @Override
                  boolean endsLine(char c) {
                    return super.endsLine(c) || c == '\u0085';
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault formFeedEndsLines() {
    return fault(
            "form-feed-ends-lines",
            "Ends lines at VT, FF and the information separators.",
            "btubbs/sseclient 7c94b83",
            () ->
                new PlainParser() {
                  @Override
                  boolean endsLine(char c) {
                    return super.endsLine(c)
                        || c == '\u000b'
                        || c == '\f'
                        || (c >= '\u001c' && c <= '\u001e');
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault blankLineIsEmpty() {
    return fault(
            "blank-line-is-empty",
            "Takes a line of spaces for an empty one.",
            "Helidon dbfabfca, Ktor 038ea5d",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    super.line(whole.isBlank() ? "" : whole);
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }
}
