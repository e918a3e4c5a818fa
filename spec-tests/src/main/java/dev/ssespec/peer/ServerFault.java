package dev.ssespec.peer;

import java.util.Locale;

/** One thing each that an event stream server can do wrong. Cases name them by {@link #word()}. */
public enum ServerFault {
  /** 404. */
  NOT_FOUND,
  /** Reads the request and is silent for ever. */
  NEVER_ANSWERS,
  /** Resets every connection. */
  RESETS,
  /** Greets as a mail server does. */
  SPEAKS_NO_HTTP,
  /** Redirects to itself. */
  REDIRECTS_IN_CIRCLE,
  /** application/json. */
  WRONG_TYPE,
  /** application/json in one opening of eight. */
  WRONG_TYPE_AT_TIMES,
  /** charset=ISO-8859-1. */
  LATIN_CHARSET,
  /** The head comes with the first event. */
  LATE_HEAD,
  /** A line of the head that is no field. */
  STRAY_HEADER_LINE,
  /** Transfer-Encoding and Content-Length. */
  LENGTH_AND_CHUNKS,
  /** Transfer-Encoding twice. */
  TWO_CODINGS,
  /** The line end behind a chunk is missing. */
  BAD_CHUNK,
  /** The connection ends without the last chunk. */
  CUT_SHORT,
  /** A Content-Length, and a body of just that length. */
  FIXED_LENGTH,
  /** Chunks for HTTP/1.0 too. */
  CHUNKS_FOR_OLD_HTTP,
  /** A letter as ISO-8859-1 has it. */
  LATIN_BYTES,
  /** The stream ends behind a data line. */
  ENDS_IN_BLOCK,
  /** The second line of the data has no field name. */
  RAW_LINE_FEED,
  /** Two events without a blank line between them. */
  GLUED_EVENTS,
  /** retry: 1.5. */
  RETRY_FRACTION,
  /** retry: 3. */
  RETRY_IN_SECONDS,
  /** U+0000 in ids. */
  NUL_IN_ID,
  /** A byte order mark ahead of each block. */
  MARK_IN_STREAM,
  /** A line that never ends. */
  ENDLESS_LINE,
  /** A pause between the id and the rest of the event. */
  TORN_BLOCKS,
  /** The blank line comes with the next event. */
  HELD_BLANK_LINE,
  /** Content-Encoding: gzip, and a plain body. */
  FALSE_CODING,
  /** A compressor that is not flushed. */
  HOARDING_GZIP,
  /** Cache-Control: max-age. */
  CACHEABLE,
  /** An ETag. */
  ENTITY_TAG,
  /** No X-Accel-Buffering. */
  BUFFERED_BY_PROXIES,
  /** No no-transform. */
  TRANSFORMABLE,
  /** Any origin, with credentials. */
  WILDCARD_WITH_CREDENTIALS,
  /** Two values of Access-Control-Allow-Origin. */
  TWO_ORIGINS,
  /** The origin is sent back without Vary. */
  ORIGIN_WITHOUT_VARY,
  /** HEAD gets a head, and the connection stays open. */
  ENDLESS_HEAD,
  /** HEAD gets the stream. */
  HEAD_WITH_BODY,
  /** HEAD says text/html. */
  HEAD_OF_ANOTHER_TYPE,
  /** OPTIONS gets the stream. */
  OPTIONS_STREAMS,
  /** An empty 200 where Accept is missing. */
  EMPTY_WITHOUT_ACCEPT,
  /** 406 for any Accept but text/event-stream alone. */
  EXACT_ACCEPT,
  /** 400 for every Last-Event-ID. */
  REFUSES_IDS,
  /** Replays from the last seen event on. */
  REPEATS_LAST,
  /** Last-Event-ID has no effect, and everything is sent to everyone. */
  STARTS_OVER,
  /** Leaves out the first event behind the id. */
  SKIPS_ONE,
  /** Replays nothing. */
  LIVE_ONLY,
  /** Replays the latest first. */
  REVERSED_REPLAY,
  /** 500 for an id with a slash or a percent sign. */
  FAILS_ON_ODD_ID,
  /** 400 for an id that is no number. */
  NUMBERS_ONLY,
  /** Ids begin at 1 on each connection. */
  IDS_PER_CONNECTION,
  /** HTTP/2 with Connection: keep-alive. */
  HOP_BY_HOP_IN_TWO,
  /** HTTP/2 with a name in capitals. */
  LOUD_NAMES_IN_TWO,
  /** HTTP/2 with text/html. */
  OTHER_TYPE_IN_TWO,
  /** HTTP/2 whose stream is reset after five events. */
  RESETS_IN_TWO,
  /** HTTP/2 with five events and no more. */
  STOPS_IN_TWO;

  /** The name that cases refer to. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
