package dev.ssespec.parser;

import dev.ssespec.parser.TraceStep.Action;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a whole stream with the standard's steps one by one, slow on purpose: the oracle of
 * generated cases, and what {@link EventStreamParser} is compared with. It shares no code with that
 * parser.
 *
 * <p>Every byte sequence has a meaning, so there is no error. Instances are used once and stay
 * inside; the static methods are safe on any thread. Memory is a small multiple of the stream.
 *
 * <pre>{@code
 * byte[] stream = "data: hello\n\n".getBytes(StandardCharsets.UTF_8);
 * List<Event> events = LiteralInterpreter.interpret(stream).events();
 * }</pre>
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">Interpreting
 *     an event stream</a>
 */
public final class LiteralInterpreter {

  private static final char CR = '\r';
  private static final char LF = '\n';

  /** The largest long has so many digits. */
  private static final int LONG_DIGITS = 19;

  private final List<Event> events = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private OptionalLong reconnectionTime = OptionalLong.empty();
  private String lastEventIdString;

  private BufferedData dataBuffer = BufferedData.empty();
  private String eventTypeBuffer = "";
  private String lastEventIdBuffer;

  LiteralInterpreter(String lastEventId) {
    this(lastEventId, lastEventId);
  }

  private LiteralInterpreter(String lastEventIdString, String lastEventIdBuffer) {
    this.lastEventIdString = lastEventIdString;
    this.lastEventIdBuffer = lastEventIdBuffer;
  }

  /** What a stream means to a connection that has no last event ID yet. */
  public static Interpretation interpret(byte[] stream) {
    return interpret(stream, "");
  }

  /**
   * What a stream means to a connection that starts with a last event ID, as a reconnection does.
   *
   * @param stream the whole stream; not kept, not changed
   * @param lastEventId the last event ID string so far; fills the last event ID buffer too
   */
  public static Interpretation interpret(byte[] stream, String lastEventId) {
    return interpret(stream, new LiteralInterpreter(lastEventId));
  }

  /**
   * What a stream means to a reconnection whose last event ID buffer starts empty, as the text can
   * be read: no event has an id that its own response did not send.
   *
   * @param stream the whole stream; not kept, not changed
   * @param lastEventId the last event ID string so far, which stays until a blank line copies the
   *     buffer
   */
  public static Interpretation interpretWithEmptyBuffer(byte[] stream, String lastEventId) {
    return interpret(stream, new LiteralInterpreter(lastEventId, ""));
  }

  private static Interpretation interpret(byte[] stream, LiteralInterpreter interpreter) {
    for (String line : lines(LiteralUtf8.decodeWithoutByteOrderMark(stream))) {
      interpreter.processLine(line);
    }
    return interpreter.interpretation(); // what the buffers still hold is discarded
  }

  /** What the lines so far mean. */
  Interpretation interpretation() {
    return new Interpretation(events, comments, reconnectionTime, lastEventIdString);
  }

  /** The events that the lines have dispatched since {@link #forget}. */
  List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  /** Forgets events and comments, so that a stream without end fits in memory. */
  void forget() {
    events.clear();
    comments.clear();
  }

  /** What is remembered between two lines. */
  Buffers buffers() {
    return new Buffers(
        dataBuffer, eventTypeBuffer, lastEventIdBuffer, lastEventIdString, reconnectionTime);
  }

  /** The stream has ended: what no blank line has followed is lost. */
  void discardPending() {
    dataBuffer = BufferedData.empty();
    eventTypeBuffer = "";
    lastEventIdBuffer = lastEventIdString;
  }

  /** The lines that have an end. What follows the last line end is no line. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == LF && i > 0 && text.charAt(i - 1) == CR) {
        continue; // the second half of a CRLF whose CR has ended the line
      }
      if (c == CR || c == LF) {
        lines.add(line.toString());
        line.setLength(0);
      } else {
        line.append(c);
      }
    }
    return lines;
  }

  /** Processes a line without its end, and says what it was. */
  Action processLine(String line) {
    if (line.isEmpty()) {
      return dispatch();
    }
    int colon = line.indexOf(':');
    if (colon == 0) {
      comments.add(line.substring(1));
      return Action.COMMENT;
    }
    if (colon > 0) {
      String value = line.substring(colon + 1);
      return processField(
          line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    }
    return processField(line, "");
  }

  private Action processField(String name, String value) {
    switch (name) {
      case "event" -> {
        eventTypeBuffer = value;
        return Action.SET_EVENT_TYPE;
      }
      case "data" -> {
        dataBuffer = dataBuffer.plus(value + LF);
        return Action.APPEND_DATA;
      }
      case "id" -> {
        if (value.indexOf('\0') >= 0) {
          return Action.IGNORE_ID;
        }
        lastEventIdBuffer = value;
        return Action.SET_ID;
      }
      case "retry" -> {
        if (!isDigits(value)) {
          return Action.IGNORE_RETRY;
        }
        reconnectionTime = OptionalLong.of(number(value));
        return Action.SET_RECONNECTION_TIME;
      }
      default -> {
        return Action.IGNORE_FIELD;
      }
    }
  }

  /** An empty value holds no digit and names no time, so it is no number here. */
  private static boolean isDigits(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A number that no long holds is not computed: the time would grow with the digits' square. */
  private static long number(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    if (digits.length() - start > LONG_DIGITS) {
      return Long.MAX_VALUE;
    }
    BigInteger exact = new BigInteger(digits.substring(start));
    return exact.bitLength() < Long.SIZE ? exact.longValue() : Long.MAX_VALUE;
  }

  private Action dispatch() {
    lastEventIdString = lastEventIdBuffer;
    if (dataBuffer.isEmpty()) {
      eventTypeBuffer = "";
      return Action.NOTHING_TO_DISPATCH;
    }
    String data = dataBuffer.subSequence(0, dataBuffer.length() - 1);
    String type = eventTypeBuffer.isEmpty() ? "message" : eventTypeBuffer;
    events.add(new Event(type, data, lastEventIdString));
    dataBuffer = BufferedData.empty();
    eventTypeBuffer = "";
    return Action.DISPATCH;
  }
}
