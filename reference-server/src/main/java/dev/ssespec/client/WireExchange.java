package dev.ssespec.client;

import dev.ssespec.client.WireReading.Body;
import dev.ssespec.client.WireReading.Head;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request and all that came of it, in order.
 *
 * @param url where the connection went
 * @param request the bytes that were sent
 * @param readings what was seen; the last one says how it ended
 */
// An array, because a wire is bytes. Compared by identity.
@SuppressWarnings("ArrayRecordComponent")
public record WireExchange(URI url, byte[] request, List<WireReading> readings) {

  public WireExchange {
    readings = List.copyOf(readings);
  }

  /** The head of the final response; empty where none came. */
  public Optional<Head> head() {
    return readings.stream()
        .filter(Head.class::isInstance)
        .map(Head.class::cast)
        .filter(h -> !ResponseReader.isInformational(h.status()))
        .findFirst();
  }

  /** The whole body, as far as it came, without its framing. */
  public byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (WireReading reading : readings) {
      if (reading instanceof Body part) {
        body.writeBytes(part.payload());
      }
    }
    return body.toByteArray();
  }

  /** How it ended. */
  public WireReading end() {
    return readings.get(readings.size() - 1);
  }
}
