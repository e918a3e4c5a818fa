package dev.ssespec.cases;

/** What the kit does with a told server, beyond sending a value; and what it looks at. */
public enum Conduct {
  /** The head of the response does not wait for an event. */
  QUIET_HEAD("A stream is opened, and nothing is sent until its head is there."),
  /** An event is dispatched with nothing behind it. */
  EVENT_AT_ONCE("One event is sent, and nothing behind it until it has arrived."),
  /** A comment comes with nothing behind it. */
  COMMENT_AT_ONCE("One comment is sent, and nothing behind it until it has arrived."),
  /** No block is torn, lost, doubled or out of order where much is sent at once. */
  CROWDED_SENDS(
      "480 events of one byte to 8 KB, each with its number and a checksum, and a comment behind"
          + " every fourth, are sent on 16 threads without waiting for an answer."),
  /** Everybody gets the same. */
  SAME_FOR_ALL("Eight streams are opened, and forty events are sent."),
  /** Many openings at the same moment. */
  BURST("Two hundred streams are opened, fifty at a time, and dropped behind their heads."),
  /** One reader that does not read holds up no other. */
  STALLED_READER(
      "Ten streams are opened, one of which is not read; 50 MB are sent. It is given ten seconds."),
  /** Clients that leave leave nothing behind. */
  LEAVING_COUNTED(
      "Streams are opened and dropped three hundred times: by FIN, by RST, and in silence behind"
          + " events that were not read. Then comments or events are sent until the server has told"
          + " of every one that it is gone."),
  /** After many left, the next is served. */
  LEAVING_SURVIVED(
      "Streams are opened and dropped three hundred times: by FIN, by RST, and in silence behind"
          + " events that were not read. Then one more is opened, and gets an event."),
  /** Clients that vanish without a word are let go of in the end. */
  VANISHED_COUNTED(
      "Ten streams are opened, and not read any more, without a FIN or RST, while 8 MB are sent."
          + " Comments or events follow for a while; then the connections break, and more of them"
          + " follow until the server has told of every one that it is gone."),
  /** The end of the stream can be told from a cut. */
  ORDERLY_END("Two streams are opened, an event is sent, and the server is told to end them."),
  /** A block that was under way is whole at the end. */
  END_BEHIND_EVENTS("A hundred events are sent, and the end is told at once behind them."),
  /** What a client meets that comes back after the end. */
  AFTER_END("A stream is ended by the server, and opened once more."),
  /** The next one resumes behind the last that was seen. */
  RESUMED(
      "Twelve events with ids are sent; a client that left behind the fifth comes back with its"
          + " id; three more events are sent."),
  /** Ids are not numbers. */
  RESUMED_BY_WORD("The same with ids that are words with characters outside ASCII."),
  /** No gap, nothing twice, under load. */
  RESUMED_AT_SPEED(
      "Events with ids are sent without a pause; meanwhile a client leaves and comes back with the"
          + " id that it saw last, fifty times."),
  /** A stranger's id gets a stream that lives. */
  ODD_IDS_LIVE(
      "Streams are opened with a Last-Event-ID that is unknown, empty, 8 KB long, not ASCII, a"
          + " path, or percent-encoded; then events are sent."),
  /** Without an id nothing old comes. */
  FRESH_START("Events with ids are sent; then a stream is opened without Last-Event-ID.");

  private final String words;

  Conduct(String words) {
    this.words = words;
  }

  /** What the kit does, for people. */
  public String inWords() {
    return words;
  }
}
