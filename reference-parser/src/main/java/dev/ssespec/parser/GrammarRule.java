package dev.ssespec.parser;

import static dev.ssespec.parser.Finding.Level.ADVICE;
import static dev.ssespec.parser.Finding.Level.MUST;
import static dev.ssespec.parser.Finding.Level.SHOULD;

import dev.ssespec.parser.Finding.Level;
import java.util.Locale;

/** What a {@link GrammarChecker} looks for. */
enum GrammarRule {
  MALFORMED_UTF_8(
      MUST,
      Clause.PARSING,
      "The line holds bytes that are not UTF-8; a client reads U+FFFD in their place.",
      "Encode the stream as UTF-8, whatever the charset of its source; bytes that are no text need an"
          + " encoding such as Base64."),
  UNFINISHED_LINE(
      MUST,
      Clause.PARSING,
      "The stream ends inside this line, which is discarded.",
      "End the line, and the block with a blank line."),
  UNFINISHED_BLOCK(
      MUST,
      Clause.PARSING,
      "The stream ends before the blank line of the block that starts here: its event is never"
          + " dispatched, its id never committed.",
      "Write a blank line after each event, the last one too."),
  NO_LAST_BLANK_LINE(
      ADVICE,
      Clause.PARSING,
      "The stream ends without a blank line after its last lines; nothing is lost by it.",
      "Write a blank line after each block, so that whatever comes next is a block of its own."),
  NUL_IN_ID(
      MUST,
      Clause.INTERPRETING,
      "The id holds U+0000: the field is ignored and the id before it stays.",
      "Leave U+0000 out of ids."),
  RETRY_NOT_DIGITS(
      MUST,
      Clause.INTERPRETING,
      "The reconnection time is not made of ASCII digits alone: the field is ignored.",
      "Write whole milliseconds in the digits 0 to 9, without sign, point, unit or further spaces."),
  RETRY_EMPTY(
      SHOULD,
      Clause.INTERPRETING,
      "The reconnection time is empty, which clients read in different ways.",
      "Write whole milliseconds, or leave the field out."),
  RETRY_TOO_LONG(
      ADVICE,
      Clause.INTERPRETING,
      "The reconnection time is above 2147483647 milliseconds, where the timers of some clients wrap"
          + " round and they reconnect at once.",
      "Stay below 24 days; to end reconnection answer 204 instead."),
  ID_WITH_CONTROL(
      ADVICE,
      Clause.LAST_EVENT_ID,
      "The id holds a control character, which the Last-Event-ID header of a reconnection cannot"
          + " carry.",
      "Use printable characters in ids."),
  UNKNOWN_FIELD(
      SHOULD,
      Clause.INTERPRETING,
      "The field name \"%s\" is none of data, event, id and retry: the line is ignored.",
      "Put a colon first to make the line a comment, or carry the value inside data."),
  MISSPELT_FIELD(
      SHOULD,
      Clause.INTERPRETING,
      "The field name \"%s\" is not \"%s\", as names are compared exactly: the line is ignored.",
      "Write %2$s, in lower case and without spaces."),
  SPACES_FOR_BLANK_LINE(
      SHOULD,
      Clause.INTERPRETING,
      "The line looks blank and is a field whose name is made of spaces: it does not end the block.",
      "Leave the line quite empty where the block is to end."),
  BYTE_ORDER_MARK_INSIDE(
      SHOULD,
      Clause.PARSING,
      "A byte order mark stands here, which is left out at the very start of the stream alone: it is"
          + " part of the field name, and the line is ignored.",
      "Write the mark once at most, as the first three bytes; better not at all."),
  EVENT_WITHOUT_DATA(
      SHOULD,
      Clause.INTERPRETING,
      "The block names an event type and has no data: nothing is dispatched.",
      "Add a data field, if only an empty one."),
  REPEATED_FIELD(
      SHOULD,
      Clause.INTERPRETING,
      "The block has this field already, and the last one counts: \"%s\".",
      "Write it once in each block."),
  FIELD_AFTER_BARE_CR(
      SHOULD,
      Clause.PARSING,
      "The line before ends in a CR alone, in a stream with other line ends, and this one reads as a"
          + " field: perhaps a CR inside a value has cut it.",
      "Write a data field for each line of a value, and refuse CR and LF in id and event."),
  MIXED_LINE_ENDS(
      ADVICE,
      Clause.PARSING,
      "The line ends in %s and the first line in %s; both are right, and some clients fail on the"
          + " mixture.",
      "End every line with LF.");

  private final Level level;
  private final String clause;
  private final String message;
  private final String suggestion;

  GrammarRule(Level level, String clause, String message, String suggestion) {
    this.level = level;
    this.clause = clause;
    this.message = message;
    this.suggestion = suggestion;
  }

  /** A finding of this rule; details fill the gaps in its text and must be escaped. */
  Finding at(Place place, Object... details) {
    return new Finding(
        level,
        name().toLowerCase(Locale.ROOT).replace('_', '-'),
        place.line(),
        place.column(),
        place.byteOffset(),
        Clause.PAGE + clause,
        message.formatted(details),
        suggestion.formatted(details));
  }
}
