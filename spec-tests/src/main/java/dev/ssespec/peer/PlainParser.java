package dev.ssespec.peer;

import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A parser as a library's author would write it on the first day, and right: decode, cut into
 * lines, look at each. It shares no code with the reference parser. Each decision is a method of
 * its own, so that a {@link ParserFault} is a subclass that takes one of them wrongly.
 */
class PlainParser {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  final List<Event> events = new ArrayList<>();
  final List<String> comments = new ArrayList<>();
  OptionalLong reconnectionTime = OptionalLong.empty();

  final StringBuilder data = new StringBuilder();
  String type = "";
  String idBuffer = "";
  String idString = "";

  final StringBuilder line = new StringBuilder();
  boolean begun;
  boolean skipLineFeed;
  private final PlainDecoder decoder;

  PlainParser() {
    this(new PlainDecoder());
  }

  PlainParser(PlainDecoder decoder) {
    this.decoder = decoder;
  }

  /** All that the stream has meant so far. */
  Interpretation interpretation() {
    return new Interpretation(events, comments, reconnectionTime, idString);
  }

  /** Feeds the chunks one by one. */
  final Interpretation whole(List<byte[]> chunks, boolean end) {
    chunks.forEach(this::feed);
    if (end) {
      end();
    }
    return interpretation();
  }

  // From bytes to characters.

  void feed(byte[] chunk) {
    text(decode(chunk));
  }

  String decode(byte[] chunk) {
    return decoder.decode(chunk);
  }

  void end() {
    text(decoder.end());
  }

  // From characters to lines.

  void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
  }

  void character(char c) {
    if (!begun) {
      begun = true;
      if (first(c)) {
        return;
      }
    }
    if (skipLineFeed && c == '\n') {
      skipLineFeed = false;
      return;
    }
    forgetReturn();
    if (endsLine(c)) {
      skipLineFeed = c == '\r';
      endLine();
    } else {
      line.append(c);
    }
  }

  /** Whether the very first character of the stream is to be dropped. */
  boolean first(char c) {
    return c == BYTE_ORDER_MARK;
  }

  void forgetReturn() {
    skipLineFeed = false;
  }

  boolean endsLine(char c) {
    return c == '\n' || c == '\r';
  }

  void endLine() {
    String whole = line.toString();
    line.setLength(0);
    line(whole);
  }

  // From lines to fields.

  void line(String whole) {
    if (whole.isEmpty()) {
      emptyLine();
    } else if (whole.charAt(0) == ':') {
      comment(whole.substring(1));
    } else {
      int colon = colon(whole);
      if (colon < 0) {
        bareName(whole);
      } else {
        field(whole.substring(0, colon), value(whole.substring(colon + 1)));
      }
    }
  }

  int colon(String whole) {
    return whole.indexOf(':');
  }

  void bareName(String name) {
    field(name, "");
  }

  String value(String behindColon) {
    return behindColon.startsWith(" ") ? behindColon.substring(1) : behindColon;
  }

  void field(String name, String value) {
    switch (name) {
      case "data" -> data(value);
      case "event" -> type(value);
      case "id" -> id(value);
      case "retry" -> retry(value);
      default -> unknown(name, value);
    }
  }

  // What each kind of line does.

  void comment(String text) {
    comments.add(text);
  }

  void data(String value) {
    data.append(value).append('\n');
  }

  void type(String value) {
    type = value;
  }

  void id(String value) {
    if (value.indexOf('\0') < 0) {
      idBuffer = value;
    }
  }

  void retry(String value) {
    if (isDigits(value)) {
      reconnectionTime = OptionalLong.of(number(value));
    }
  }

  boolean isDigits(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The number, and the greatest there is for anything beyond it. */
  long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        return Long.MAX_VALUE;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  void unknown(String name, String value) {}

  void emptyLine() {
    idString = idBuffer;
    if (data.isEmpty()) {
      noData();
    } else {
      dispatch();
      data.setLength(0);
      clearType();
    }
  }

  void noData() {
    type = "";
  }

  void clearType() {
    type = "";
  }

  void dispatch() {
    emit(type.isEmpty() ? "message" : type, payload(), idString);
  }

  String payload() {
    return data.substring(0, data.length() - 1);
  }

  void emit(String eventType, String payload, String lastEventId) {
    events.add(new Event(eventType, payload, lastEventId));
  }
}
