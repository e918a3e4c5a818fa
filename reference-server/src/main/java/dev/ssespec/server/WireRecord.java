package dev.ssespec.server;

/**
 * One thing that happened on a connection of a stage, as the origin saw it.
 *
 * <p>{@code atNanos} is {@link System#nanoTime} of this virtual machine, taken <em>before</em> the
 * origin acts ({@link Wrote}, {@link Ended}, {@link WasCut}, {@link WasReset}) and after it has
 * noticed ({@link RequestSeen}, {@link PeerClosed}). So a peer that waits long enough between an
 * end and its next request is never seen to be early.
 */
public sealed interface WireRecord {

  /** When, in nanoseconds of {@link System#nanoTime}. */
  long atNanos();

  /** The running number of the TCP connection, from 1, over the whole origin. */
  int connection();

  /** The running number of the request on its stage, from 1. */
  int request();

  /**
   * A request was read.
   *
   * @param subPath the path below the stage's own, without the query; empty for the stage's own
   * @param method the method, as sent
   * @param target the request target, as sent
   * @param head the request line and all header fields with the blank line, exactly as received
   * @param body the body without its framing
   */
  // Arrays, because a wire is bytes and 16 MiB of them are not to be copied. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record RequestSeen(
      long atNanos,
      int connection,
      int request,
      String subPath,
      String method,
      String target,
      byte[] head,
      byte[] body)
      implements WireRecord {}

  /** These bytes were handed to the socket, in one write. */
  // Arrays, because a wire is bytes and 16 MiB of them are not to be copied. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Wrote(long atNanos, int connection, int request, byte[] bytes) implements WireRecord {}

  /** The response ended the orderly way, with a FIN. */
  record Ended(long atNanos, int connection, int request) implements WireRecord {}

  /** The response was cut off with a FIN. */
  record WasCut(long atNanos, int connection, int request) implements WireRecord {}

  /** The script reset the connection. */
  record WasReset(long atNanos, int connection, int request) implements WireRecord {}

  /**
   * The peer closed the connection, before or after our end; what the script had left is not
   * played.
   *
   * @param byReset whether with a reset instead of a FIN, as far as the socket tells
   */
  record PeerClosed(long atNanos, int connection, int request, boolean byReset)
      implements WireRecord {}

  /** The stage was closed while the connection was open, and reset it. */
  record Abandoned(long atNanos, int connection, int request) implements WireRecord {}

  /** One request too many for the stage's limits; it and later ones are reset unrecorded. */
  record Flooded(long atNanos, int connection, int request) implements WireRecord {}
}
