package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** One response of a {@link ToldPeer}: a queue of blocks, and a thread that writes them. */
final class ToldStream {
  /** So many blocks that wait are a crowd. */
  private static final int CROWD = 128;

  /** So many blocks may wait where a sender waits for room. */
  private static final int ROOM = 20;

  private static final Set<ToldFault> SLOW =
      Set.of(
          ToldFault.CROWD_TORN,
          ToldFault.CROWD_DROPPED,
          ToldFault.CROWD_DOUBLED,
          ToldFault.CROWD_REVERSED,
          ToldFault.END_FORGETS);

  /** A client that is so far behind is dropped. */
  private static final long MOST_WAITING = 128L << 20;

  /** So much that waits makes one forgotten. */
  private static final long FORGOTTEN_BEHIND = 2L << 20;

  private final ToldTraits traits;
  private final Socket socket;
  private final boolean chunked;
  private final byte[] head;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private long bytesWaiting;
  private boolean ending;
  private boolean over;
  private boolean forgotten;
  private boolean headWritten;

  ToldStream(ToldTraits traits, Socket socket, boolean chunked, byte[] head) {
    this.traits = traits;
    this.socket = socket;
    this.chunked = chunked;
    this.head = head;
  }

  /** Begins to write. */
  void begin() {
    var thread = new Thread(this::write, "ssespec-peer-writes");
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void add(String block) {
    if (block.isEmpty() || ending || over || forgotten) {
      return;
    }
    byte[] bytes = ToldPeer.bytes(block, traits.has(ToldFault.HALVES_ENCODED));
    boolean crowd = waiting.size() >= CROWD;
    if (crowd && traits.has(ToldFault.CROWD_DROPPED)) {
      return;
    }
    if (crowd && traits.has(ToldFault.CROWD_REVERSED)) {
      waiting.addFirst(bytes);
    } else {
      waiting.add(bytes);
    }
    if (crowd && traits.has(ToldFault.CROWD_DOUBLED)) {
      waiting.add(bytes);
    }
    bytesWaiting += bytes.length;
    if (bytesWaiting > FORGOTTEN_BEHIND && traits.has(ToldFault.STALLED_FORGOTTEN)) {
      forgotten = true;
      waiting.clear();
    }
    if (bytesWaiting > MOST_WAITING) {
      leave();
    }
    notifyAll();
  }

  /** Waits until less than a crowd of blocks is waiting. */
  synchronized void awaitRoom() {
    while (waiting.size() >= ROOM && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A moment in which other threads get on. */
  void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether nobody cares for it any more. */
  synchronized boolean isForgotten() {
    return forgotten;
  }

  /** Ends the response behind what is waiting. */
  synchronized void end() {
    ending = true;
    if (traits.has(ToldFault.END_FORGETS)) {
      waiting.clear();
    }
    notifyAll();
  }

  private synchronized void leave() {
    over = true;
    notifyAll();
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  /** Waits until the client leaves, or the response is over. */
  void awaitLeaving() {
    try {
      while (socket.getInputStream().read() >= 0) {
        // What a client sends behind its request is of no interest.
      }
    } catch (IOException e) {
      // It left by a reset.
    }
    leave();
  }

  private void write() {
    try {
      OutputStream out = socket.getOutputStream();
      if (!traits.has(ToldFault.HEAD_WITH_EVENT)) {
        writeHead(out);
      }
      for (List<byte[]> some = take(); !some.isEmpty(); some = take()) {
        writeHead(out);
        for (byte[] block : some) {
          frame(out, block);
        }
        if (SLOW.stream().anyMatch(traits::has)) {
          pause(); // in which a crowd can gather
        }
      }
      writeHead(out);
      if (chunked && !traits.has(ToldFault.END_CUTS)) {
        out.write("0\r\n\r\n".getBytes(US_ASCII));
      }
      out.flush();
    } catch (IOException e) {
      // The client is gone.
    } finally {
      leave();
    }
  }

  private void writeHead(OutputStream out) throws IOException {
    if (!headWritten) {
      headWritten = true;
      out.write(head);
    }
  }

  /** The next blocks; none where the response is to end. */
  private synchronized List<byte[]> take() {
    try {
      while (waiting.isEmpty() && !ending && !over) {
        if (traits.has(ToldOddball.COMMENT_RAIN) && headWritten) {
          wait(10);
          if (waiting.isEmpty() && !ending && !over) {
            return List.of(ToldPeer.bytes(": rain\n\n"));
          }
        } else {
          wait();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over = true;
    }
    List<byte[]> some = new ArrayList<>();
    int most = traits.has(ToldFault.CROWD_TORN) && waiting.size() > CROWD ? 2 : 1;
    while (!over && !waiting.isEmpty() && some.size() < most) {
      byte[] block = waiting.poll();
      bytesWaiting -= block.length;
      some.add(block);
    }
    notifyAll();
    return some.size() == 2 ? torn(some) : some;
  }

  /** The second one stands in the middle of the first. */
  private static List<byte[]> torn(List<byte[]> two) {
    byte[] first = two.get(0);
    var all = new ByteArrayOutputStream();
    all.write(first, 0, first.length / 2);
    all.writeBytes(two.get(1));
    all.write(first, first.length / 2, first.length - first.length / 2);
    return Collections.singletonList(all.toByteArray());
  }

  private void frame(OutputStream out, byte[] block) throws IOException {
    byte[] bytes = block;
    if (traits.has(ToldFault.BLANK_LINE_HELD)) {
      bytes = new byte[block.length];
      bytes[0] = '\n';
      System.arraycopy(block, 0, bytes, 1, block.length - 1);
    }
    if (!chunked) {
      out.write(bytes);
    } else if (traits.has(ToldOddball.BYTE_BY_BYTE) && bytes.length < 4096) {
      for (byte b : bytes) {
        chunk(out, new byte[] {b});
      }
    } else {
      chunk(out, bytes);
    }
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    var chunk = new ByteArrayOutputStream(bytes.length + 16);
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(US_ASCII));
    out.write(chunk.toByteArray());
  }
}
