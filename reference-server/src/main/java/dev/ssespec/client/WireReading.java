package dev.ssespec.client;

import dev.ssespec.http.HeaderField;
import java.util.List;

/**
 * One thing that a {@link WireClient} saw on its connection. The last one of an exchange is one of
 * {@link Ended}, {@link Truncated}, {@link PeerReset}, {@link Malformed}, {@link NoConnection},
 * {@link DeadlineReached}, {@link CapReached} and {@link Cancelled}.
 *
 * <p>{@code atNanos} is {@link System#nanoTime} of this virtual machine, taken after the thing was
 * noticed. Byte arrays are shared: for reading only.
 */
public sealed interface WireReading {

  /** When, in nanoseconds of {@link System#nanoTime}. */
  long atNanos();

  /** Whether nothing comes after it. */
  default boolean isLast() {
    return true;
  }

  /** The TCP connection, and for https the TLS session on it, is there. */
  record Connected(long atNanos) implements WireReading {
    @Override
    public boolean isLast() {
      return false;
    }
  }

  /** The whole request was handed to the socket. */
  record Sent(long atNanos) implements WireReading {
    @Override
    public boolean isLast() {
      return false;
    }
  }

  /**
   * A response head, or that of an informational response before it.
   *
   * @param version as sent, {@code HTTP/1.1} as a rule
   * @param status the status code
   * @param fields the header fields in the order of the wire
   * @param framing what will end the body
   * @param raw all bytes of the head with its blank line
   */
  // An array, because a wire is bytes. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Head(
      long atNanos,
      String version,
      int status,
      List<HeaderField> fields,
      BodyFraming framing,
      byte[] raw)
      implements WireReading {
    public Head {
      fields = List.copyOf(fields);
    }

    @Override
    public boolean isLast() {
      return false;
    }
  }

  /**
   * What one read of the socket brought of the body.
   *
   * @param payload the body's bytes; may be empty, where the read brought framing alone
   * @param raw the bytes as they came; the same array where the body has no framing of its own
   */
  // Arrays, because a wire is bytes and large bodies are not to be copied. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Body(long atNanos, byte[] payload, byte[] raw) implements WireReading {
    @Override
    public boolean isLast() {
      return false;
    }
  }

  /** The response is complete. */
  record Ended(long atNanos) implements WireReading {}

  /** The peer closed before the response was complete. */
  record Truncated(long atNanos) implements WireReading {}

  /** The peer reset the connection. */
  record PeerReset(long atNanos, String message) implements WireReading {}

  /** What came is no HTTP/1 response. */
  record Malformed(long atNanos, String message) implements WireReading {}

  /** There was no connection to be had: refused, unknown host, untrusted certificate. */
  record NoConnection(long atNanos, String message) implements WireReading {}

  /** The deadline came first. */
  record DeadlineReached(long atNanos) implements WireReading {}

  /** The response is larger than the client's cap. */
  record CapReached(long atNanos) implements WireReading {}

  /** {@link WireCall#cancel} was called. */
  record Cancelled(long atNanos) implements WireReading {}
}
