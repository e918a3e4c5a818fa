package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The events of one connection to a {@link PlainServer}, as they happen. */
final class ServerStream {
  /** The number of the last event where the stream ends by itself. */
  static final int LAST = 12;

  /** How many events a connection gets where each one is ended early. */
  private static final int FEW = 5;

  private static final long TEAR = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long RAIN = TimeUnit.MILLISECONDS.toNanos(10);

  private final ServerTraits traits;
  private final ServerClock clock;
  private final ServerRequest request;
  private final ServerBlocks blocks;
  private int sent;

  ServerStream(ServerTraits traits, ServerClock clock, ServerRequest request, int opening) {
    this.traits = traits;
    this.clock = clock;
    this.request = request;
    blocks = new ServerBlocks(traits, opening);
  }

  void run(byte[] head, ServerBody body) throws IOException, InterruptedException {
    if (traits.has(ServerFault.FIXED_LENGTH)) {
      fixed(head, body);
      return;
    }
    int next = first();
    if (traits.has(ServerFault.LATE_HEAD) && !clock.await(next)) {
      return;
    }
    body.raw(head);
    body.write(blocks.opening());
    if (traits.has(ServerFault.ENDLESS_LINE)) {
      endless(body);
    }
    if (traits.has(ServerFault.REVERSED_REPLAY)) {
      int now = clock.now();
      for (int number = now; number >= next; number--) {
        body.write(blocks.block(number, number));
      }
      next = Math.max(next, now + 1);
    }
    while (!over(next) && await(next, body)) {
      event(next, body);
      next++;
    }
    finish(body);
  }

  /** The number of the first event that this connection gets. */
  private int first() {
    if (traits.has(ServerFault.STARTS_OVER)) {
      return 1;
    }
    int live = clock.now() + 1;
    if (traits.has(ServerFault.LIVE_ONLY)) {
      return live;
    }
    int offset =
        traits.has(ServerFault.REPEATS_LAST) ? 0 : traits.has(ServerFault.SKIPS_ONE) ? 2 : 1;
    return request.position().map(at -> Math.min(at, live) + offset).orElse(live);
  }

  private boolean over(int next) {
    boolean brief = traits.has(ServerFault.CUT_SHORT) || traits.has(ServerFault.ENDS_IN_BLOCK);
    return (brief && sent == FEW) || (traits.has(ServerOddball.ENDS_BY_ITSELF) && next > LAST);
  }

  private boolean await(int number, ServerBody body) throws IOException, InterruptedException {
    if (traits.has(ServerOddball.COMMENT_RAIN)) {
      while (clock.now() < number) {
        body.write(": rain\n\n".getBytes(US_ASCII));
        if (!clock.pause(RAIN)) {
          return false;
        }
      }
    }
    return clock.await(number);
  }

  private void event(int number, ServerBody body) throws IOException, InterruptedException {
    sent++;
    byte[] block = blocks.block(number, sent);
    if (traits.has(ServerFault.TORN_BLOCKS)) {
      int cut = blocks.firstLine(block);
      body.write(java.util.Arrays.copyOf(block, cut));
      if (clock.pause(TEAR)) {
        body.write(java.util.Arrays.copyOfRange(block, cut, block.length));
      }
    } else {
      body.write(block);
      if (traits.has(ServerOddball.LONE_COMMENTS)) {
        body.write(":thump\n".getBytes(US_ASCII));
      }
    }
  }

  private void finish(ServerBody body) throws IOException {
    if (traits.has(ServerFault.ENDS_IN_BLOCK)) {
      body.write("data: unheard\n".getBytes(US_ASCII));
    }
    if (!traits.has(ServerFault.CUT_SHORT)) {
      body.end();
    }
  }

  private static void endless(ServerBody body) throws IOException {
    byte[] some = "a".repeat(65_536).getBytes(US_ASCII);
    body.write("data: ".getBytes(US_ASCII));
    while (true) {
      body.write(some);
    }
  }

  private void fixed(byte[] head, ServerBody body) throws IOException, InterruptedException {
    var whole = new ByteArrayOutputStream();
    int next = first();
    while (sent < FEW && clock.await(next)) {
      sent++;
      whole.writeBytes(blocks.block(next, sent));
      next++;
    }
    String length = "Content-Length: " + whole.size() + "\r\n\r\n";
    body.raw(java.util.Arrays.copyOf(head, head.length - 2));
    body.raw(length.getBytes(US_ASCII));
    body.raw(whole.toByteArray());
  }
}
