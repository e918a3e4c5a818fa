package dev.ssespec.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/** One thing that the origin does on a connection while it plays a {@link Script}. */
public sealed interface Step {

  /** Whether the connection is out of the script's hands after this step. */
  default boolean isLast() {
    return false;
  }

  /**
   * Hands the bytes to the socket in one write, as they are.
   *
   * @param bytes whole wire bytes: status line, headers and chunk framing included; owned by the
   *     step from now on, not to be changed
   */
  // Arrays, because a wire is bytes and 16 MiB of them are not to be copied. Compared by identity.
  @SuppressWarnings("ArrayRecordComponent")
  record Write(byte[] bytes) implements Step {
    public Write {
      Objects.requireNonNull(bytes);
    }
  }

  /** Does nothing for at least the given time. */
  record Pause(Duration duration) implements Step {
    public Pause {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a pause of " + duration + " is negative");
      }
    }
  }

  /** Waits until {@link Stage#release} opens the gate; a gate once opened stays open. */
  record Await(String gate) implements Step {
    public Await {
      Objects.requireNonNull(gate);
    }
  }

  /**
   * Writes a whole redirect response without a body.
   *
   * @param status the status code, 301, 302, 303, 307 or 308 (others are written as well)
   * @param subPath where to, below the stage's own path; empty for the stage's own path
   * @param otherOrigin whether to the origin's second port, and so to another origin
   */
  record Redirect(int status, String subPath, boolean otherOrigin) implements Step {
    public Redirect {
      Objects.requireNonNull(subPath);
    }
  }

  /**
   * As {@link Redirect}, on the main port, but that {@code Location} is a path without an origin.
   *
   * @param status the status code
   * @param subPath where to, below the stage's own path
   */
  record RedirectByPath(int status, String subPath) implements Step {
    public RedirectByPath {
      Objects.requireNonNull(subPath);
    }
  }

  /**
   * Hands a chunk of coded bytes to the socket, in one write. All such steps of a script make one
   * coded body; each is flushed, so that a peer can decode what it has.
   *
   * @param coding the same in each step of a script
   * @param plain what is coded; owned by the step from now on, not to be changed
   * @param ends whether the coding, or the gzip member, ends here, checksum and all; behind a
   *     member the next step begins another one
   */
  @SuppressWarnings("ArrayRecordComponent")
  record WriteCoded(Coding coding, byte[] plain, boolean ends) implements Step {
    public WriteCoded {
      Objects.requireNonNull(plain);
    }
  }

  /**
   * Hands much to the socket, in one write; it is made when it is written.
   *
   * @param start what it begins with
   * @param fill an ASCII character
   * @param times how many of it follow
   * @param end what it ends with
   * @param chunk how many bytes each of its chunks has; 0 where it is one chunk
   */
  record WriteFilled(String start, char fill, int times, String end, int chunk) implements Step {
    /** The bytes in their chunks. */
    byte[] framed() {
      byte[] plain =
          (start + String.valueOf(fill).repeat(times) + end).getBytes(StandardCharsets.UTF_8);
      if (chunk == 0) {
        return ScriptBuilder.chunk(plain);
      }
      var framed = new ByteArrayOutputStream(plain.length + plain.length / chunk * 8 + 16);
      for (int at = 0; at < plain.length; at += chunk) {
        int until = Math.min(at + chunk, plain.length);
        framed.writeBytes(ScriptBuilder.chunk(Arrays.copyOfRange(plain, at, until)));
      }
      return framed.toByteArray();
    }
  }

  /** The orderly end: a FIN behind a complete message. */
  record End() implements Step {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** The disorderly end: a FIN in the middle of a message. */
  record Cut() implements Step {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** A TCP reset. */
  record Reset() implements Step {
    @Override
    public boolean isLast() {
      return true;
    }
  }

  /** Keeps the connection open until the peer closes it or the stage is closed. */
  record Hold() implements Step {
    @Override
    public boolean isLast() {
      return true;
    }
  }
}
