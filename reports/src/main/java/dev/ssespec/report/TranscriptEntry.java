package dev.ssespec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that passed between the kit and a target.
 *
 * @param atMicros microseconds since the case began
 * @param kind what passed, and which way
 * @param connection running number of the connection within the case, from 1; 0 where there is none
 * @param request running number of the request within the case, from 1; 0 where there is none
 * @param text the message as JSON ({@code told}, {@code said}), or what happened in words
 * @param bytes the exact bytes on the wire, where the entry has any
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record TranscriptEntry(
    @JsonProperty("at") @JsonInclude(JsonInclude.Include.ALWAYS) long atMicros,
    @JsonInclude(JsonInclude.Include.ALWAYS) Kind kind,
    int connection,
    int request,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String text,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = TranscriptEntry.NoBytes.class)
        Bytes bytes) {

  /** The note behind which no request of a client case counts. */
  public static final String CASE_OVER = "the case is over";

  /** How the note begins that the kit answers no more requests of a client case. */
  public static final String FLOODED = "flooded: ";

  /** What passed, and which way. */
  public enum Kind {
    /** Kit to adapter: one message. */
    @JsonProperty("told")
    TOLD,
    /** Adapter to kit: one message. */
    @JsonProperty("said")
    SAID,
    /** Adapter to kit: something that is no message. */
    @JsonProperty("noise")
    NOISE,
    /** The target's process ended. */
    @JsonProperty("exited")
    EXITED,
    /** A request reached the kit: its head, byte for byte; {@code text} holds the request line. */
    @JsonProperty("request")
    REQUEST,
    /** The body of that request. */
    @JsonProperty("request-body")
    REQUEST_BODY,
    /** The kit wrote these bytes on the wire, in one write. */
    @JsonProperty("wrote")
    WROTE,
    /** The kit read these bytes from the wire. */
    @JsonProperty("read")
    READ,
    /** The head of a response as the kit read it, byte for byte. */
    @JsonProperty("response")
    RESPONSE,
    /** A connection was made. */
    @JsonProperty("connected")
    CONNECTED,
    /** The kit ended a connection; {@code text}: {@code end}, {@code cut} or {@code reset}. */
    @JsonProperty("ended")
    ENDED,
    /**
     * The other side ended a connection; {@code text}: {@code end}, {@code truncated}, {@code
     * reset}.
     */
    @JsonProperty("peer-ended")
    PEER_ENDED,
    /** The session gave up waiting; {@code text}: for what. */
    @JsonProperty("deadline")
    DEADLINE,
    /** A remark of the session: a phase that began, a limit that was met. */
    @JsonProperty("note")
    NOTE
  }

  /** An entry without bytes. */
  public static TranscriptEntry of(long atMicros, Kind kind, String text) {
    return new TranscriptEntry(atMicros, kind, 0, 0, text, Bytes.none());
  }

  /** Leaves empty bytes out of the JSON. */
  static final class NoBytes {
    @Override
    public boolean equals(Object other) {
      return other == null || (other instanceof Bytes bytes && bytes.length() == 0);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** Fills in what JSON leaves out. */
  public TranscriptEntry {
    text = text == null ? "" : text;
    bytes = bytes == null ? Bytes.none() : bytes;
  }
}
