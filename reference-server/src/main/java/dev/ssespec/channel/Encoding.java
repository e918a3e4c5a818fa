package dev.ssespec.channel;

import dev.ssespec.parser.EventStreamWriter;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.parser.WriteResult.Refused;
import dev.ssespec.parser.WriteResult.Written;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** From events to the bytes of their blocks. */
public final class Encoding {
  private Encoding() {}

  /**
   * The bytes of one block.
   *
   * @throws IllegalArgumentException if no stream can carry the event; the message says why
   */
  public static byte[] bytes(OutgoingEvent event) {
    var result = EventStreamWriter.write(event);
    if (result instanceof Written written) {
      return written.bytes();
    }
    throw new IllegalArgumentException(((Refused) result).reason());
  }

  /** The bytes of some blocks, one behind the other. */
  public static byte[] bytes(List<OutgoingEvent> events) {
    var all = new ByteArrayOutputStream();
    events.forEach(event -> all.writeBytes(bytes(event)));
    return all.toByteArray();
  }
}
