package dev.ssespec.peer;

import java.util.Locale;

/** One thing that a {@link PlainToldServer} does wrong. */
public enum ToldFault {
  // Line ends in data.
  DATA_UNSPLIT("data is written as it is"),
  DATA_SPLIT_AT_FEEDS("data is split at LF alone"),
  DATA_SPLIT_AT_RETURNS("data is split at CR alone"),
  PAIR_IS_TWO("CRLF in data becomes two line breaks"),
  FEED_RETURN_IS_ONE("LF and then CR in data become one line break"),
  RETURN_BEFORE_PAIR_LOST("CR ahead of CRLF is lost"),
  BREAKS_COLLAPSE("line breaks in a row become one"),
  LAST_BREAK_LOST("one line end behind the data is lost"),
  LAST_BREAKS_LOST("all line ends behind the data are lost"),
  FIRST_BREAK_LOST("a line end ahead of the data is lost"),
  RETURN_ESCAPED("CR in data becomes a backslash and an r"),
  DATA_SPLIT_AT_SEPARATORS("data is split where Unicode would break lines, and at form feeds"),
  LINES_CUT("lines beyond the five hundredth are lost"),
  LONG_LINE_BROKEN("a line beyond 64 KiB is broken in two"),
  DATA_CUT("data beyond 1 MiB is lost"),
  INDENTATION_LOST("JSON of several lines is put on one"),
  // What data may hold.
  SPACE_LOST("no space stands behind the colon, whatever the value begins with"),
  LATER_SPACE_LOST("no space stands behind the colon of lines beyond the first"),
  LINES_TRIMMED("white space around each line of data is lost"),
  TABS_EXPANDED("tabs in data become spaces"),
  BLANK_DATA_LOST("an event whose data is spaces alone is not sent"),
  COLON_LINES_RAW("data that begins with a colon is written without its field"),
  DATA_LINES_RAW("data that looks like a data field is written without another"),
  FIELD_LINES_RAW("lines of data that look like other fields are written without their own"),
  EMPTY_DATA_LEFT_OUT("empty data leaves no data line"),
  EMPTY_DATA_CLOSES("empty data ends the stream of everybody"),
  ZERO_LEFT_OUT("0 counts as nothing, in every field"),
  NULL_LEFT_OUT("null counts as nothing"),
  NUL_CUTS("text ends at U+0000"),
  ASCII_ALONE("characters beyond ASCII become question marks"),
  BASIC_PLANE_ALONE("characters beyond U+FFFF become question marks"),
  NORMALIZES("text is normalized"),
  MARK_STRIPPED("U+FEFF ahead of a text is lost"),
  NO_CHARACTERS_REPLACED("U+FFFE and U+FFFF become U+FFFD"),
  CONTROLS_STRIPPED("U+0001, escape and delete are lost"),
  HALVES_ENCODED("half of a surrogate pair goes out as the three bytes that it would have"),
  HTML_ESCAPED("text is escaped as for HTML"),
  BACKSLASHES_READ("a backslash and an n become a line end"),
  // Types.
  TYPE_RAW("types are written as they are"),
  TYPE_FEEDS_RAW("only CR is taken out of types"),
  TYPE_RETURNS_RAW("only LF is taken out of types"),
  TYPE_TAIL_ALONE("only line ends behind a type are taken out"),
  TYPE_CUT_LATE("a type is cut at the later of its first CR and its first LF"),
  TYPE_TRIMMED("spaces ahead of a type are lost"),
  TYPE_WORDS_JOINED("spaces inside a type become hyphens"),
  TYPE_CUT_AT_COLON("a type is cut at its first colon"),
  TYPE_CUT_AT_SEPARATOR("a type is cut at U+0085, U+2028 and vertical tabs"),
  TYPE_ASCII_REFUSED("types beyond ASCII are refused"),
  TYPE_EMPTY_NAMED("an empty type becomes undefined"),
  TYPE_LOST("types are not sent"),
  TYPE_KEPT("the type stays for the next event that has none"),
  // Ids.
  ID_RAW("ids are written as they are"),
  ID_FEEDS_RAW("only CR is taken out of ids"),
  ID_RETURNS_RAW("only LF is taken out of ids"),
  ID_TAIL_ALONE("only line ends behind an id are taken out"),
  ID_CUT_LATE("an id is cut at the later of its first CR and its first LF"),
  ID_TRIMMED("spaces ahead of an id are lost"),
  ID_WORDS_JOINED("spaces inside an id become hyphens"),
  ID_CUT_AT_COLON("an id is cut at its first colon"),
  ID_ASCII_LEFT_OUT("ids beyond ASCII are left out"),
  ID_LONG_CUT("an id is cut behind 1024 characters"),
  ID_NUL_KEPT("U+0000 in an id goes out"),
  ID_EMPTY_LEFT_OUT("an empty id is left out"),
  ID_LOST("ids are not sent"),
  // Comments.
  COMMENT_RAW("comments are written as they are"),
  COMMENT_FEEDS_RAW("only CR is taken out of comments"),
  COMMENT_RETURNS_RAW("only LF is taken out of comments"),
  COMMENT_AS_EVENT("a comment goes out as data"),
  COMMENT_LOST("comments are not sent"),
  COMMENT_ASCII_REFUSED("comments beyond ASCII become question marks"),
  COMMENT_FIELD_RAW("a comment that looks like a field is written as one"),
  COMMENT_COLON_LOST("a colon ahead of a comment is taken for its own"),
  COMMENT_UNENDED("no line end stands behind a comment"),
  // Reconnection times.
  RETRY_IN_WHOLE_SECONDS("reconnection times go out in seconds"),
  RETRY_ZERO_LEFT_OUT("a reconnection time of zero is left out"),
  RETRY_WRAPS("reconnection times are cut to 32 bits"),
  RETRY_SCIENTIFIC("large reconnection times are written as doubles"),
  RETRY_NEGATIVE_SENT("a negative reconnection time goes out"),
  RETRY_ONCE("a reconnection time that was sent before is left out"),
  RETRY_LOST("reconnection times are not sent"),
  // Blocks.
  NO_DATA_AS_EMPTY("an event without data is sent with empty data"),
  NO_DATA_UNENDED("no blank line stands behind a block without data"),
  NO_DATA_LOST("an event without data is not sent"),
  FIELDS_AS_DATA("type and id go out inside the data"),
  BLANK_LINE_BEHIND_TYPE("a blank line stands behind the type"),
  PAIRS_SWAPPED("an event whose data begins with 3 waits behind the next"),
  THREE_TWICE("an event whose data begins with 3 goes out twice"),
  SENDS_NOTHING("nothing that it is told to send goes out"),
  // When things arrive.
  HEAD_WITH_EVENT("the head waits for the first event"),
  BLANK_LINE_HELD("the blank line waits for the next event"),
  COMMENT_HELD("a comment waits for the next event"),
  CROWD_TORN("of more than 128 events that wait, each two are written into each other"),
  CROWD_DROPPED("events beyond 128 that wait are lost"),
  CROWD_DOUBLED("an event that waits behind 128 goes out twice"),
  CROWD_REVERSED("of events that wait behind 128 the last goes out first"),
  ONE_GETS_EACH("each event goes to one stream alone"),
  END_CUTS("the end comes without the last chunk"),
  END_KEPT_OPEN("the end is told and does not come"),
  END_FORGETS("what waits when the end is told is lost"),
  // Crowds.
  CROWD_OF_ANOTHER_TYPE("beyond 30 streams at a time the media type is another"),
  STALLED_STOPS_ALL("a stream that is not read stops the sender"),
  STALLED_FORGOTTEN("a stream that is not read is written to no more, and never counted off"),
  LEAVING_UNNOTICED("it never says that a client is gone"),
  SLOTS_LEAK("a stream that was dropped takes a slot for ever, of two hundred"),
  // Resumption.
  REPLAY_REPEATS("the replay begins with the last seen event"),
  REPLAY_SKIPS("the replay leaves out the first missed event"),
  REPLAY_REVERSED("the replay begins with the latest"),
  REPLAY_NONE("nothing is replayed"),
  REPLAY_GAP("the replay is taken first, and live events come a little later"),
  REPLAY_OVERLAP("live events come first, and the replay is taken a little later"),
  REPLAY_LATIN("Last-Event-ID is read as Latin-1"),
  REPLAY_TO_ALL("everything is replayed to everybody who has no id"),
  STRANGERS_DEAF("an id that nobody gave gets a stream without events"),
  STRANGERS_FAIL("an id that nobody gave gets 500");

  private final String sentence;

  ToldFault(String sentence) {
    this.sentence = sentence;
  }

  /** The name that cases refer to. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What such a server does, in words. */
  public String sentence() {
    return sentence;
  }
}
