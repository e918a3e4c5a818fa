package dev.ssespec.peer;

/** Things that look odd in an event stream server, and that the standards allow. */
public enum ServerOddball {
  /** Lines end with CRLF. */
  CRLF,
  /** Lines end with CR. */
  CR,
  /** Lines end with each of the three in turn. */
  MIXED_ENDS,
  /** No space after the colon. */
  NO_SPACE,
  /** A comment every 10 ms. */
  COMMENT_RAIN,
  /** A comment without a blank line. */
  LONE_COMMENTS,
  /** A comment inside each block. */
  COMMENT_IN_BLOCK,
  /** Blank lines ahead of the first event. */
  LEADING_BLANK_LINES,
  /** Blocks of an id and nothing else. */
  ID_WITHOUT_DATA,
  /** Blocks of an event name and nothing else. */
  NAMED_WITHOUT_DATA,
  /** No ids. */
  NO_ID,
  /** Data of several lines. */
  LINES_OF_DATA,
  /** A byte order mark at the very start. */
  MARK_FIRST,
  /** retry first, on a line without a blank one. */
  RETRY_FIRST,
  /** Every byte in a chunk of its own. */
  BYTE_BY_BYTE,
  /** No chunks: the body ends with the connection. */
  CLOSE_DELIMITED,
  /** The status line says HTTP/1.0, and no chunks. */
  OLD_HTTP,
  /** Text/Event-Stream; Charset="UTF-8". */
  LOUD_TYPE,
  /** Compressed where that is welcome, and flushed. */
  GZIP,
  /** The stream ends with [DONE], and who comes back gets 204. */
  ENDS_BY_ITSELF,
  /** 405 for every method but GET. */
  GET_ONLY,
  /** 406 where event streams are not acceptable. */
  NEGOTIATES,
  /** The request's own origin is allowed, with Vary. */
  NAMES_ORIGIN,
  /** A redirect ahead of the stream. */
  REDIRECTS_ONCE,
  /** HTTP/2 for whoever knows it. */
  SPEAKS_HTTP_TWO
}
