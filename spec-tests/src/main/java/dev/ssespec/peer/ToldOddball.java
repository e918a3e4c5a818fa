package dev.ssespec.peer;

/** Things that look odd in what a told server sends, and that are allowed. */
public enum ToldOddball {
  /** Lines end with CRLF. */
  CRLF,
  /** Lines end with CR. */
  CR,
  /** No space after the colon, where none is needed. */
  NO_SPACE,
  /** A comment every 10 ms. */
  COMMENT_RAIN,
  /** No blank line behind a comment. */
  BARE_COMMENTS,
  /** Blank lines ahead of every event. */
  LEADING_BLANK_LINES,
  /** The fields in another order, data first. */
  DATA_FIRST,
  /** An id of its own with every event that has none. */
  OWN_IDS,
  /** {@code event: message} with every event that has no type. */
  NAMES_EVERY_EVENT,
  /** Line ends are taken out of types, ids and comments. */
  REMOVES_LINE_ENDS,
  /** Line ends in types, ids and comments become spaces. */
  REPLACES_LINE_ENDS,
  /** A type or id with a line end is left out; comments are split. */
  LEAVES_OUT,
  /** A type or id is cut at its first line end; so are comments. */
  CUTS,
  /** A field that the standard does not know, with every event. */
  FIELD_OF_ITS_OWN,
  /** Every byte in a chunk of its own. */
  BYTE_BY_BYTE,
  /** No chunks: the body ends with the connection. */
  CLOSE_DELIMITED
}
