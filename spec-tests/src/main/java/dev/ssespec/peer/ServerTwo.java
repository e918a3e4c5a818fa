package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A {@link PlainServer}'s stream in HTTP/2 with prior knowledge: it answers the one request that it
 * takes to have come, and reads nothing more. Its windows are those that every connection begins
 * with, of which it uses little.
 */
final class ServerTwo {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int END_HEADERS = 4;
  private static final int INTERNAL_ERROR = 2;
  private static final int FEW = 5;

  private final ServerTraits traits;
  private final ServerClock clock;
  private final OutputStream out;
  private final ServerBlocks blocks;

  ServerTwo(ServerTraits traits, ServerClock clock, OutputStream out, int opening) {
    this.traits = traits;
    this.clock = clock;
    this.out = out;
    blocks = new ServerBlocks(traits, opening);
  }

  void run() throws IOException, InterruptedException {
    frame(SETTINGS, 0, 0, new byte[0]);
    frame(HEADERS, END_HEADERS, 1, head());
    int sent = 0;
    for (int number = clock.now() + 1; clock.await(number); number++) {
      if (sent == FEW && traits.has(ServerFault.RESETS_IN_TWO)) {
        frame(RST_STREAM, 0, 1, new byte[] {0, 0, 0, INTERNAL_ERROR});
      }
      if (sent < FEW || !traits.has(ServerFault.STOPS_IN_TWO)) {
        frame(DATA, 0, 1, blocks.block(number, ++sent));
      }
    }
  }

  private byte[] head() {
    var block = new ByteArrayOutputStream();
    field(block, ":status", "200");
    String type = traits.has(ServerFault.OTHER_TYPE_IN_TWO) ? "text/html" : "text/event-stream";
    field(block, traits.has(ServerFault.LOUD_NAMES_IN_TWO) ? "Content-Type" : "content-type", type);
    field(block, "cache-control", "no-store, no-transform");
    if (traits.has(ServerFault.HOP_BY_HOP_IN_TWO)) {
      field(block, "connection", "keep-alive");
    }
    return block.toByteArray();
  }

  /** Letter by letter; nothing here is as long as 127. */
  private static void field(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    block.write(name.length());
    block.writeBytes(name.getBytes(ISO_8859_1));
    block.write(value.length());
    block.writeBytes(value.getBytes(ISO_8859_1));
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(
        new byte[] {
          (byte) (payload.length >> 16),
          (byte) (payload.length >> 8),
          (byte) payload.length,
          (byte) type,
          (byte) flags,
          0,
          0,
          0,
          (byte) stream
        });
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
  }
}
