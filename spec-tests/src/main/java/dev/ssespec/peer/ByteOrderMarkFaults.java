package dev.ssespec.peer;

import static dev.ssespec.peer.ParserFault.fault;

import dev.ssespec.report.Failure;
import java.util.Arrays;
import java.util.List;

/** Faults in the byte order mark. */
final class ByteOrderMarkFaults {
  private ByteOrderMarkFaults() {}

  static List<ParserFault> all() {
    return List.of(
        markKept(),
        markStrippedAgain(),
        markStrippedFromLines(),
        markStrippedFromValues(),
        markCutIsMissed(),
        markCheckUsedUp(),
        markDroppedInEachChunk(),
        markDroppedEverywhere(),
        markInPartDropped(),
        markOfUtfSixteenDropped());
  }

  private static ParserFault markKept() {
    return fault(
            "mark-kept",
            "Does not know the byte order mark.",
            "httpx-sse, sseclient-py, LaunchDarkly python-eventsource",
            () ->
                new PlainParser() {
                  @Override
                  boolean first(char c) {
                    return false;
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault markStrippedAgain() {
    return fault(
            "mark-stripped-again",
            "Drops every byte order mark at the start, not only one.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  boolean first(char c) {
                    begun = c != BYTE_ORDER_MARK;
                    return !begun;
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault markStrippedFromLines() {
    return fault(
            "mark-stripped-from-lines",
            "Drops a byte order mark at the start of any line.",
            "Azure/fetch-event-source 2.0.1, mattt/EventSource 86b5096",
            () ->
                new PlainParser() {
                  @Override
                  void line(String whole) {
                    super.line(
                        !whole.isEmpty() && whole.charAt(0) == BYTE_ORDER_MARK
                            ? whole.substring(1)
                            : whole);
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault markStrippedFromValues() {
    return fault(
            "mark-stripped-from-values",
            "Drops a byte order mark at the start of a value.",
            "Azure/fetch-event-source 2.0.1",
            () ->
                new PlainParser() {
                  @Override
                  String value(String behindColon) {
                    String value = super.value(behindColon);
                    return !value.isEmpty() && value.charAt(0) == BYTE_ORDER_MARK
                        ? value.substring(1)
                        : value;
                  }
                })
        .kinds(Failure.WRONG_RESULT);
  }

  private static ParserFault markCutIsMissed() {
    return fault(
            "mark-cut-is-missed",
            "Knows the byte order mark only where the first chunk holds all of it.",
            "cloudflare/workerd 094e6e5",
            () ->
                new PlainParser() {
                  private boolean fed;
                  private boolean whole;

                  @Override
                  void feed(byte[] chunk) {
                    whole = fed ? whole : chunk.length >= 3;
                    fed = fed || chunk.length > 0;
                    super.feed(chunk);
                  }

                  @Override
                  boolean first(char c) {
                    return whole && super.first(c);
                  }
                })
        .kinds(Failure.MISSING, Failure.WRONG_RESULT);
  }

  private static ParserFault markCheckUsedUp() {
    return fault(
            "mark-check-used-up",
            "Looks for the byte order mark in the first chunk, even if it is empty.",
            "rexxars/eventsource-parser #41",
            () ->
                new PlainParser() {
                  private boolean fed;

                  @Override
                  void feed(byte[] chunk) {
                    begun = begun || (!fed && chunk.length == 0);
                    fed = true;
                    super.feed(chunk);
                  }
                })
        .kinds(Failure.MISSING);
  }

  private static ParserFault markDroppedInEachChunk() {
    return fault(
            "mark-dropped-in-each-chunk",
            "Drops a byte order mark at the start of any chunk.",
            "clients that make a decoder anew",
            () ->
                new PlainParser() {
                  @Override
                  String decode(byte[] chunk) {
                    String text = super.decode(chunk);
                    return begun && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                        ? text.substring(1)
                        : text;
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault markDroppedEverywhere() {
    return fault(
            "mark-dropped-everywhere",
            "Drops U+FEFF wherever it stands.",
            "",
            () ->
                new PlainParser() {
                  @Override
                  void character(char c) {
                    if (c != BYTE_ORDER_MARK) {
                      super.character(c);
                    }
                  }
                })
        .kinds(Failure.EXTRA, Failure.WRONG_RESULT);
  }

  private static ParserFault markInPartDropped() {
    return fault(
            "mark-in-part-dropped",
            "Drops the beginning of a byte order mark too.",
            "",
            () ->
                new PlainParser() {
                  private boolean atStart = true;

                  @Override
                  String decode(byte[] chunk) {
                    String text = super.decode(chunk);
                    boolean drop =
                        atStart && !text.isEmpty() && text.charAt(0) == PlainDecoder.REPLACEMENT;
                    atStart = atStart && text.isEmpty();
                    return drop ? text.substring(1) : text;
                  }
                })
        .kinds(Failure.EXTRA);
  }

  private static ParserFault markOfUtfSixteenDropped() {
    return fault(
            "mark-of-utf-sixteen-dropped",
            "Drops FF FE and FE FF at the start, and reads on as UTF-8.",
            "",
            () ->
                new PlainParser() {
                  private int dropped;

                  @Override
                  void feed(byte[] chunk) {
                    int from = 0;
                    while (dropped < 2 && from < chunk.length && isOfAMark(chunk[from])) {
                      from++;
                      dropped++;
                    }
                    dropped = from < chunk.length ? 2 : dropped;
                    super.feed(Arrays.copyOfRange(chunk, from, chunk.length));
                  }

                  private boolean isOfAMark(byte b) {
                    return (b & 0xFF) >= 0xFE;
                  }
                })
        .kinds(Failure.EXTRA);
  }
}
