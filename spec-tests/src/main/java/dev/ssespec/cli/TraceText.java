package dev.ssespec.cli;

import dev.ssespec.parser.BufferedData;
import dev.ssespec.parser.Buffers;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.TraceStep;
import dev.ssespec.parser.VisibleText;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A trace for people: a few rows for each step, aligned. */
final class TraceText {
  private static final String INDENT = " ".repeat(18);
  private static final int SHOWN_WHOLE = 100;
  private static final int HEAD = 60;
  private static final int TAIL = 20;
  private static final int HEX_SHOWN = 24 * 3;

  private final PrintStream out;
  private boolean started;

  TraceText(PrintStream out) {
    this.out = out;
  }

  void print(TraceStep step) {
    if (!started) {
      started = true;
      out.println("  line      byte  what the stream holds, and what it does");
    }
    out.printf(
        Locale.ROOT, "%6d%10d  %s%n", step.line(), step.byteOffset(), shortened(shown(step)));
    if (!isPlain(step)) {
      row("bytes " + (step.hex().length() <= HEX_SHOWN ? step.hex() : cutHex(step.hex())));
    }
    row("> " + step.action().explanation());
    buffers(step.before(), step.after());
    step.event().ifPresent(this::event);
  }

  private static String shown(TraceStep step) {
    return step.shown().isEmpty() ? "(end of the stream)" : step.shown();
  }

  private void buffers(Buffers before, Buffers after) {
    buffer("data buffer", before.data(), after.data());
    buffer("event type buffer", before.eventType(), after.eventType());
    buffer("last event ID buffer", before.lastEventIdBuffer(), after.lastEventIdBuffer());
    buffer("last event ID string", before.lastEventIdString(), after.lastEventIdString());
    shortBuffer("reconnection time", time(before), time(after), "none");
  }

  private void buffer(String name, BufferedData before, BufferedData after) {
    buffer(name, before, after, before.equals(after));
  }

  private void buffer(String name, String before, String after) {
    buffer(name, before, after, before.equals(after));
  }

  private void buffer(String name, CharSequence before, CharSequence after, boolean same) {
    if (same) {
      String held = quoted(before);
      shortBuffer(name, held, held, "\"\"");
    } else {
      changed(name, quoted(before), quoted(after));
    }
  }

  /** One row, unless the buffer is empty and stays it. */
  private void shortBuffer(String name, String before, String after, String empty) {
    if (!before.equals(after)) {
      changed(name, before, after);
    } else if (!before.equals(empty)) {
      row(String.format(Locale.ROOT, "  %-22s%s", name, before));
    }
  }

  private void changed(String name, String before, String after) {
    row(String.format(Locale.ROOT, "  %-22s%s → %s", name, before, after));
  }

  private void event(Event event) {
    row(
        "* event "
            + quoted(event.type())
            + ", data "
            + quoted(event.data())
            + ", last event ID "
            + quoted(event.lastEventId()));
  }

  private void row(String text) {
    out.println(INDENT + text);
  }

  private static String time(Buffers buffers) {
    OptionalLong time = buffers.reconnectionTime();
    return time.isPresent() ? time.getAsLong() + " ms" : "none";
  }

  /** The text, or its two ends: each step shows every buffer, and so must not read all of it. */
  private static String quoted(CharSequence text) {
    int length = text.length();
    if (length <= SHOWN_WHOLE) {
      return '"' + VisibleText.of(text.toString()) + '"';
    }
    int head = Character.isLowSurrogate(text.charAt(HEAD)) ? HEAD + 1 : HEAD;
    int tail = length - TAIL - (Character.isLowSurrogate(text.charAt(length - TAIL)) ? 1 : 0);
    return '"'
        + VisibleText.of(text.subSequence(0, head).toString())
        + "… "
        + (tail - head)
        + " more …"
        + VisibleText.of(text.subSequence(tail, length).toString())
        + '"';
  }

  /** Whether the line, but for its end, is ASCII that a person sees: then its bytes say no more. */
  private static boolean isPlain(TraceStep step) {
    int end =
        switch (step.end()) {
          case LF, CR -> 1;
          case CRLF -> 2;
          case NONE -> 0;
        };
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(step.hex());
    return IntStream.range(0, bytes.length - end).allMatch(i -> bytes[i] >= ' ' && bytes[i] <= '~');
  }

  private static String cutHex(String hex) {
    return hex.substring(0, HEX_SHOWN) + "… " + (hex.length() + 1 - HEX_SHOWN) / 3 + " more";
  }

  /** The text, or its two ends, so that the line end stays in sight. */
  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= SHOWN_WHOLE) {
      return text;
    }
    String head = text.substring(0, text.offsetByCodePoints(0, HEAD));
    String tail = text.substring(text.offsetByCodePoints(text.length(), -TAIL));
    return head + "… " + (length - HEAD - TAIL) + " more …" + tail;
  }
}
