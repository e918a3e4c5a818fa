package dev.ssespec.cases;

/** What has to hold of an endpoint; the judge knows how to tell. */
public enum EndpointRule {
  /** The response is one, and its status is 200. */
  STATUS_OK,
  /** The essence of the media type is text/event-stream. */
  MEDIA_TYPE,
  /** No charset parameter, or utf-8. */
  CHARSET,
  /** The head does not wait for the first event. */
  HEADERS_AT_ONCE,
  /** At least one event came. */
  EVENT_SEEN,
  /** Twenty openings at a time all succeed. */
  BURST_OPENS,
  /** Status line and header fields have HTTP's form. */
  HEAD_WELL_FORMED,
  /** One way to find the end of the body, not two. */
  ONE_FRAMING,
  /** The body is framed as its head says. */
  FRAMING_HOLDS,
  /** No Content-Length. */
  NO_FIXED_LENGTH,
  /** No transfer coding in the answer to HTTP/1.0. */
  NO_CODING_FOR_OLD_HTTP,
  /** Which hop-by-hop fields are sent. */
  HOP_BY_HOP_FIELDS,
  /** The body is UTF-8. */
  VALID_UTF8,
  /** An orderly end of the stream is not in the middle of a block. */
  BLOCKS_END,
  /** No field but event, data, id and retry. */
  KNOWN_FIELDS,
  /** event, id and retry at most once a block. */
  FIELDS_ONCE,
  /** retry is digits. */
  RETRY_DIGITS,
  /** retry is neither a flood nor an eternity. */
  RETRY_RANGE,
  /** No U+0000 in an id. */
  ID_WITHOUT_NUL,
  /** Whether id fields without value come. */
  ID_EMPTY,
  /** No byte order mark ahead of a later line. */
  STRAY_MARK,
  /** Whether blocks with an event name and no data come. */
  NAMED_WITHOUT_DATA,
  /** Lines end. */
  LINES_END,
  /** No pause between the fields of a block. */
  BLOCK_IN_ONE_GO,
  /** No pause between the last field of a block and its blank line. */
  BLANK_LINE_AT_ONCE,
  /** Comments, or events, at least every 30 s. */
  KEEP_ALIVE,
  /** Cache-Control keeps the response out of caches. */
  NOT_STORED,
  /** No validator of a body that is never whole. */
  NO_VALIDATOR,
  /** X-Accel-Buffering: no. */
  ACCEL_BUFFERING,
  /** Cache-Control: no-transform. */
  NO_TRANSFORM,
  /** The answer to HEAD ends, and has no body. */
  HEAD_ENDS,
  /** HEAD answers with the media type of GET. */
  HEAD_SAME_TYPE,
  /** The answer to OPTIONS ends. */
  OPTIONS_ENDS,
  /** Without Accept the stream comes all the same. */
  STREAM_WITHOUT_ACCEPT,
  /** A list of media types that holds event streams gets the stream. */
  STREAM_FOR_LIST,
  /** What comes where event streams are not accepted. */
  ANSWER_TO_OTHER_TYPE,
  /** The body is coded as Content-Encoding says. */
  CODING_TRUE,
  /** A compressed event can be decoded as soon as it is sent. */
  CODING_INCREMENTAL,
  /** No wildcard beside Access-Control-Allow-Credentials. */
  NO_WILDCARD_WITH_CREDENTIALS,
  /** Access-Control-Allow-Origin holds one value. */
  ONE_ALLOWED_ORIGIN,
  /** An origin that is sent back comes with Vary. */
  ORIGIN_VARIES,
  /** Which origins may read the stream. */
  WHO_MAY_READ,
  /** The endpoint takes an id that it handed out itself. */
  OWN_ID_ACCEPTED,
  /** No event comes again after a resumption. */
  NOTHING_TWICE,
  /** No event is left out by a resumption. */
  NOTHING_MISSING,
  /** Events come in the same order after a resumption. */
  RESUMED_ORDER,
  /** No id makes the endpoint fail. */
  ODD_ID_SURVIVED,
  /** An unknown id gets a stream. */
  UNKNOWN_ID_SERVED,
  /** Whether two connections see the same ids. */
  IDS_SHARED,
  /** One id stands for one event, on all connections. */
  ID_MEANS_ONE_EVENT,
  /** What a client meets that comes back after the end. */
  AFTER_THE_END,
  /** Over HTTP/2 no field is meant for one connection. */
  HTTP_TWO_HOP_BY_HOP,
  /** Over HTTP/2 the head has HTTP/2's form. */
  HTTP_TWO_FORM,
  /** Over HTTP/2 the stream is the same. */
  HTTP_TWO_STREAM
}
