package dev.ssespec.server;

import dev.ssespec.http.ChunkedDecoder;
import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MalformedHttpException;
import dev.ssespec.http.MessageHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An exchange of HTTP/2 behind a {@link SecureDoor}: what a script writes as HTTP/1.1 becomes a
 * status, fields and pieces of a body, each flushed.
 */
final class SecureExchange implements Wire {
  private final int number;
  private final Origin origin;
  private final Response response;
  private final Callback callback;
  private final AtomicBoolean over = new AtomicBoolean();
  private final ChunkedDecoder chunks = new ChunkedDecoder();
  private byte[] pending = new byte[0];
  private boolean inBody;
  private boolean chunked;
  private volatile @Nullable ScriptPlayer player;

  SecureExchange(int number, Origin origin, Response response, Callback callback) {
    this.number = number;
    this.origin = origin;
    this.response = response;
    this.callback = callback;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public void play(ScriptPlayer first) {
    player = first;
    first.resume();
  }

  @Override
  public void write(byte[] bytes, Runnable done, Runnable failed) {
    byte[] body;
    boolean begins = !inBody;
    try {
      body = inBody ? bytes : behindHead(bytes);
      body = chunked ? chunks.decode(ByteBuffer.wrap(body)) : body;
    } catch (MalformedHttpException e) {
      throw new IllegalStateException("a script for TLS has to be well-formed", e);
    }
    if (!inBody || (body.length == 0 && !begins)) {
      done.run();
    } else {
      response.write(false, ByteBuffer.wrap(body), Callback.from(done, cause -> failed.run()));
    }
  }

  private byte[] behindHead(byte[] bytes) {
    byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, all, pending.length, bytes.length);
    int end = MessageHead.end(all, 0, all.length);
    if (end < 0) {
      pending = all;
      return new byte[0];
    }
    MessageHead head = MessageHead.parse(Arrays.copyOf(all, end));
    inBody = true;
    chunked = head.lists("Transfer-Encoding", "chunked");
    response.setStatus(Integer.parseInt(head.startLine().split(" ", 3)[1]));
    for (HeaderField field : head.fields()) {
      // These are about a connection of HTTP/1.1; HTTP/2 has no place for them.
      if (!field.isNamed("Connection") && !field.isNamed("Transfer-Encoding")) {
        response.getHeaders().add(field.name(), field.value());
      }
    }
    return Arrays.copyOfRange(all, end, all.length);
  }

  @Override
  public void after(Duration delay, Runnable action) {
    origin
        .scheduler()
        .schedule(() -> origin.executor().execute(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void finish() {
    if (!over.getAndSet(true)) {
      response.write(true, ByteBuffer.allocate(0), callback);
    }
  }

  /** Behind the head of a response Jetty resets the stream. */
  @Override
  public void reset() {
    if (!over.getAndSet(true)) {
      callback.failed(new IOException("reset, as the script says"));
    }
  }

  @Override
  public void close() {
    reset();
  }

  /** The peer has gone, or has reset its stream. */
  void peerGone() {
    ScriptPlayer current = player;
    if (current != null && !over.get()) {
      current.peerClosed(true);
    }
  }
}
