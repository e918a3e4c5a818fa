package dev.ssespec.peer;

import java.util.Locale;

/**
 * What {@link PlainClient} can be made to do wrong: each was seen in a real library, or fits one.
 */
public enum ClientFault {
  ASKS_WITH_POST("Asks with POST unless the caller says otherwise."),
  HANGS_AFTER_FIRST_ATTEMPT(
      "Does nothing more, and says nothing, when its first attempt is not answered."),
  TAKES_EMPTY_BODY_FOR_FAILURE("Gives up when a body is empty."),
  NEVER_SENDS_ID("Never sends Last-Event-ID."),
  HOLDS_SMALL_PIECES_BACK(
      "Reads each second piece of a body, where it is small, with the next one."),
  WANTS_FRAMING("Takes a body without a length and without chunks for an empty one."),
  REFUSES_CONTENT_LENGTH("Takes a response with a Content-Length for a failure."),
  DIES_OF_LEADING_ZEROS_IN_CHUNK_SIZE("Gives up at a chunk size with leading zeros."),
  READS_TRAILERS_AS_BODY("Reads trailer fields as a part of the body."),
  ACCEPTS_JSON_ALONE("Asks for JSON alone."),
  LEAVES_OUT_CACHE_CONTROL("Says nothing to caches on the way."),
  SENDS_BLANK_ID_AT_FIRST("Sends an empty Last-Event-ID with the first request."),
  ANSWERS_FROM_CACHE("Plays a cached response again instead of asking."),
  DROPS_OWN_HEADERS("Never sends the caller's headers."),
  FORGETS_HEADERS_ON_RECONNECT("Sends the caller's headers with the first connection alone."),
  FORGETS_BODY_ON_RECONNECT("Reconnects with GET, whatever was asked for."),
  IGNORES_INITIAL_ID("Does not send the caller's initial id."),
  INITIAL_ID_WINS("Sends the caller's initial id each time."),
  READS_ANY_STATUS("Reads the body of whatever status."),
  READS_EVERY_SUCCESS("Takes each 2xx for 200."),
  COMES_BACK_AFTER_NO_CONTENT("Takes a 204 for a loss."),
  COMES_BACK_AFTER_SERVER_ERROR("Takes each 5xx for a loss."),
  CHECKS_STATUS_AT_FIRST_ALONE("Looks at the status of the first connection alone."),
  READS_ANY_TYPE("Does not look at the content type."),
  READS_UNTYPED("Takes a missing content type for the right one."),
  COMPARES_TYPE_WITH_CASE("Knows the content type in lower case alone."),
  COMPARES_WHOLE_HEADER("Knows the content type without parameters alone."),
  COMPARES_TYPE_BY_PREFIX("Accepts what begins like the content type."),
  LOOKS_FOR_TYPE_ANYWHERE("Accepts what contains the content type."),
  CHECKS_TYPE_AT_FIRST_ALONE("Looks at the content type of the first connection alone."),
  DECODES_BY_CHARSET("Decodes as the charset parameter says."),
  FOLLOWS_NO_REDIRECT("Takes each redirect for a failure."),
  FOLLOWS_OLD_REDIRECTS_ALONE("Does not know 307 and 308."),
  FOLLOWS_ONE_REDIRECT("Fails at the second redirect in a row."),
  FOLLOWS_REDIRECTS_FOR_EVER("Has no limit of redirects."),
  ASKS_AGAIN_WITHOUT_LOCATION("Takes a redirect without Location for a loss."),
  FORWARDS_AUTHORIZATION("Takes Authorization along to another origin."),
  FORGETS_HEADERS_ON_REDIRECT("Leaves the caller's headers behind at a redirect."),
  FORGETS_ID_ON_REDIRECT("Leaves Last-Event-ID behind at a redirect."),
  NAMES_FIRST_ORIGIN("Names the origin that was asked first, not the one that answered."),
  POSTS_AGAIN_AFTER_SEE_OTHER("Keeps method and body after a 303."),
  FORGETS_BODY_ON_REDIRECT("Goes on with GET after a 307."),
  ANNOUNCES_FIRST_CONNECTION_ALONE("Announces no connection but the first."),
  ANNOUNCES_WITH_EACH_EVENT("Announces the connection again with each later event."),
  ANNOUNCES_AT_FIRST_BYTE("Announces the connection when its first event arrives."),
  RECONNECTS_TWICE_FOR_ONE_LOSS("Opens two connections for one reset."),
  CONNECTS_FOUR_TIMES_ALONE("Gives up when the fourth connection is lost."),
  GIVES_UP_AFTER_RESET("Takes the reset of a stream for the end of all."),
  GIVES_UP_AFTER_CUT_BODY("Takes an incomplete body for the end of all."),
  GIVES_UP_AFTER_FAILED_ATTEMPT("Takes an attempt without an answer for the end of all."),
  GIVES_UP_AFTER_THREE_ATTEMPTS("Gives up at the third attempt in a row that was not answered."),
  WAITS_NOT_AFTER_FAILED_ATTEMPT("Tries again at once after an attempt without an answer."),
  REPORTS_ONE_LOSS_TWICE("Reports each loss, and each failure, twice."),
  REPORTS_NO_LOSS("Says nothing of a loss."),
  REPORTS_EVENTS_LATE("Reports events behind the loss that came after them."),
  FORGETS_ID_OF_EMPTY_BLOCK("Commits no id where there is no data."),
  FORGETS_ID_AFTER_EVENT("Shows an event the id of its own block alone."),
  CLEARS_ID_AT_DISPATCH("Forgets the id with each dispatch."),
  REMEMBERS_FIRST_ID_ALONE("Sends the first id that it ever saw."),
  ADDS_ONE_HEADER_FOR_EACH_ID("Sends all ids since the beginning, each in a header of its own."),
  SENDS_ID_ONCE("Sends the id with one request alone."),
  COMMITS_ID_AT_FIELD("Commits an id before its block has ended."),
  TAKES_ZERO_FOR_NOTHING("Does not send the id 0."),
  FORGETS_ID_AFTER_FAILED_ATTEMPT("Forgets the id when nobody listens."),
  KEEPS_STALE_ID_AFTER_RESET("Goes on sending an id that was reset."),
  SENDS_BLANK_ID_AFTER_RESET("Sends an empty header after a reset of the id."),
  IGNORES_FIELDS_WITHOUT_COLON("Ignores lines without a colon."),
  TAKES_ID_WITH_NUL("Takes an id with NUL."),
  CLEARS_ID_AT_NUL("Forgets the id at an id with NUL."),
  SENDS_ID_AS_LATIN("Sends the id in Latin-1."),
  DIES_OF_ID_BEYOND_LATIN("Cannot connect any more after an id beyond Latin-1."),
  DIES_OF_CONTROL_IN_ID("Cannot connect any more after an id with a control character."),
  DIES_OF_SPACES_IN_ID("Cannot connect any more after an id with a space at an end."),
  ESCAPES_ID("Sends quotes and backslashes of an id behind backslashes."),
  CUTS_LONG_ID("Sends no more than 8,000 characters of an id."),
  DIES_OF_LONG_ID("Cannot connect any more after an id of more than 8,000 characters."),
  TRIMS_VALUES("Removes all white space around a value."),
  IGNORES_RETRY("Has a reconnection time of its own."),
  TAKES_FIRST_RETRY_ALONE("Keeps the first reconnection time."),
  SETS_RETRY_AT_DISPATCH("Sets the reconnection time when the block ends."),
  READS_LAST_LINE_WITHOUT_END("Processes what stands behind the last line end."),
  FORGETS_RETRY_AFTER_RECONNECT("Goes back to its default with each new connection."),
  READS_RETRY_IN_BASE_EIGHT("Takes a leading 0 for base eight."),
  STOPS_AT_RETRY_ZERO("Does not come back after a retry of 0."),
  READS_RETRY_WITH_SIGN("Reads a retry with a sign."),
  READS_RETRY_UP_TO_JUNK("Reads the number that a retry begins with."),
  READS_RETRY_OF_ANY_DIGITS("Reads digits of all scripts."),
  DIES_OF_BAD_RETRY("Gives up at a retry that is no number."),
  WRAPS_RETRY_AT_INT("Keeps the low 32 bits of a retry."),
  OVERFLOWS_RETRY_IN_NANOS("Overflows when it turns a retry into nanoseconds."),
  DISPATCHES_WITHOUT_DATA("Dispatches blocks with fields but without data."),
  DISPATCHES_UNFINISHED_BLOCK("Dispatches what is left at the end of a stream."),
  LEAVES_CONNECTION_OPEN_AT_CLOSE("Stops listening at close, and leaves the connection open."),
  TAKES_CLOSE_FOR_LOSS("Reconnects behind the back of whoever closed it while it was open."),
  REPORTS_CLOSE_AS_ERROR("Reports close as a failure."),
  DELIVERS_EVENTS_AFTER_CLOSE("Delivers the rest of a batch after close."),
  RECONNECTS_AFTER_CLOSE("Cannot be closed while it waits."),
  CANNOT_BE_CLOSED_WHILE_CONNECTING("Cannot be closed while it waits for an answer."),
  KEEPS_TYPE_AFTER_EVENT("Keeps the type for the next event."),
  TAKES_ERROR_EVENT_FOR_LOSS("Reports an event of the type error as a loss."),
  NAMES_URL_AS_ORIGIN("Names the whole URL as origin."),
  KEEPS_LAST_DATA_LINE_ALONE("Keeps the last data line of an event alone."),
  DECODES_EACH_CHUNK_BY_ITSELF("Decodes each chunk by itself."),
  SPLITS_LINES_IN_EACH_CHUNK("Takes the end of a chunk for the end of a line."),
  KEEPS_BLOCK_OVER_CONNECTIONS("Completes an unfinished block with the next connection."),
  KEEPS_LINE_OVER_CONNECTIONS("Completes an unfinished line with the next connection."),
  KEEPS_DECODER_OVER_CONNECTIONS("Completes an unfinished character with the next connection."),
  STRIPS_FIRST_MARK_ALONE("Strips the byte order mark of the first connection alone."),
  WAITS_FOR_BYTE_BEHIND_CR("Holds a CR back until the next byte has come."),
  REFUSES_HTTP_ONE_ZERO("Takes a response of HTTP/1.0 for a failure."),
  WAITS_FOR_CONNECTION_TO_END("Does not see the end of a body while its connection is open."),
  DIES_OF_CHUNK_EXTENSION("Gives up at a chunk with an extension."),
  TAKES_EARLY_RESPONSE_FOR_ANSWER("Takes a 1xx for the answer."),
  WANTS_REASON_PHRASE("Takes a status line without a reason phrase for a failure."),
  WANTS_HEADER_NAMES_IN_CAPITALS("Knows header names in one spelling alone."),
  DROPS_EVENTS_BEYOND_HUNDRED("Drops what comes behind a hundred events in one read."),
  ENDS_AT_LONG_LINE("Takes a line of more than 65,536 bytes for the end of the stream.");

  private final String words;

  ClientFault(String words) {
    this.words = words;
  }

  /** The name by which cases refer to it: {@code reads-any-type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does, as a sentence. */
  public String inWords() {
    return words;
  }
}
