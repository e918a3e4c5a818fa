package dev.ssespec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a {@link Script} down as bytes. The head goes out in one write, before whatever follows
 * it, and each call of {@code body} or {@code raw} is one write of its own. {@link #end}, {@link
 * #cut}, {@link #reset} and {@link #hold} finish the script.
 *
 * <p>{@code Connection: close} is added where the script names no {@code Connection} itself.
 *
 * <p>For use by one thread; a builder makes one script.
 */
public final class ScriptBuilder {
  private enum Framing {
    CLOSE,
    CHUNKED,
    LENGTH
  }

  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder fields = new StringBuilder();
  private final int status;
  private boolean headPending;
  private boolean connectionNamed;
  private String version = "HTTP/1.1";
  private Framing framing = Framing.CLOSE;
  private long missing;
  private boolean counted = true;
  private Coding coding = Coding.GZIP;

  ScriptBuilder(int status) {
    this.status = status;
    this.headPending = true;
  }

  ScriptBuilder() {
    this.status = 0;
    this.headPending = false;
  }

  /** Adds a header field; characters above U+00FF are not possible, use {@link #raw} for them. */
  public ScriptBuilder header(String name, String value) {
    requireHeadPending("header");
    connectionNamed |= name.toLowerCase(Locale.ROOT).equals("connection");
    fields.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** The version in the status line becomes HTTP/1.0; the body ends with the connection. */
  public ScriptBuilder http10() {
    requireHeadPending("http10");
    version = "HTTP/1.0";
    return this;
  }

  /** An informational response, in a write of its own, before the head. */
  public ScriptBuilder early(int earlyStatus) {
    requireHeadPending("early");
    steps.add(new Step.Write(StatusLine.of("HTTP/1.1", earlyStatus, "\r\n")));
    return this;
  }

  /** Each body write becomes a chunk, and {@link #end} writes the terminating one. */
  public ScriptBuilder chunked() {
    requireHeadPending("chunked");
    framing = Framing.CHUNKED;
    return header("Transfer-Encoding", "chunked");
  }

  /** The body ends where the connection does. The default. */
  public ScriptBuilder closeDelimited() {
    requireHeadPending("closeDelimited");
    framing = Framing.CLOSE;
    return this;
  }

  /** The body has that many bytes; {@link #end} checks, {@link #cut} stops short of it. */
  public ScriptBuilder contentLength(long bytes) {
    requireHeadPending("contentLength");
    framing = Framing.LENGTH;
    missing = bytes;
    return header("Content-Length", Long.toString(bytes));
  }

  /** One write of the text as UTF-8, framed as the response says. */
  public ScriptBuilder body(String text) {
    return body(text.getBytes(UTF_8));
  }

  /** One write of the bytes, framed as the response says. */
  public ScriptBuilder body(byte[] bytes) {
    flushHead();
    if (framing == Framing.CHUNKED) {
      return write(chunk(bytes));
    }
    missing -= bytes.length;
    return write(bytes.clone());
  }

  /**
   * The body, which is chunked, is gzip-coded as well: from now on {@link #gzip} and {@link
   * #gzipEnd} alone write it.
   */
  public ScriptBuilder gzipped() {
    return coded(Coding.GZIP);
  }

  /** The same with any coding: {@link #piece} and {@link #lastPiece} alone write the body. */
  public ScriptBuilder coded(Coding newCoding) {
    coding = newCoding;
    return header("Content-Encoding", newCoding.token());
  }

  /** One chunk with the text as UTF-8, coded, and flushed so that it can be decoded. */
  public ScriptBuilder piece(String text) {
    return code(text, false);
  }

  /** The same, and the coding ends. */
  public ScriptBuilder lastPiece(String text) {
    return code(text, true);
  }

  private ScriptBuilder code(String text, boolean ends) {
    flushHead();
    steps.add(new Step.WriteCoded(coding, text.getBytes(UTF_8), ends));
    return this;
  }

  /** One chunk with the text as UTF-8, gzip-coded, and flushed so that it can be decoded. */
  public ScriptBuilder gzip(String text) {
    return code(text, false);
  }

  /** The same, and the gzip member ends; what follows, if anything, is another member. */
  public ScriptBuilder gzipEnd(String text) {
    return code(text, true);
  }

  /** One chunk, in one write: a text, so many times the same character, and another text. */
  public ScriptBuilder filled(String start, char fill, int times, String end) {
    return filled(start, fill, times, end, 0);
  }

  /** The same, in chunks of {@code chunk} bytes. */
  public ScriptBuilder filled(String start, char fill, int times, String end, int chunk) {
    flushHead();
    steps.add(new Step.WriteFilled(start, fill, times, end, chunk));
    return this;
  }

  /** One write of the bytes as they are, without any framing. */
  public ScriptBuilder raw(byte[] bytes) {
    flushHead();
    counted = false;
    return write(bytes.clone());
  }

  /** One write of the text as UTF-8, without any framing. */
  public ScriptBuilder raw(String text) {
    return raw(text.getBytes(UTF_8));
  }

  /** Waits for at least that long. */
  public ScriptBuilder pause(Duration duration) {
    flushHead();
    steps.add(new Step.Pause(duration));
    return this;
  }

  /** Waits until the stage releases the gate. */
  public ScriptBuilder await(String gate) {
    flushHead();
    steps.add(new Step.Await(gate));
    return this;
  }

  /** Sends the head now, where otherwise the first body write would. */
  public ScriptBuilder headNow() {
    flushHead();
    return this;
  }

  /**
   * The orderly end: the terminating chunk where the response is chunked, then a FIN.
   *
   * @throws IllegalStateException if the body is shorter or longer than its Content-Length
   */
  public Script end() {
    flushHead();
    if (framing == Framing.LENGTH && counted && missing != 0) {
      throw new IllegalStateException(
          "the body and its Content-Length differ by " + missing + " bytes; cut() ends short");
    }
    if (framing == Framing.CHUNKED) {
      write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
    return finish(new Step.End());
  }

  /** A FIN without the terminating chunk, or short of the Content-Length. */
  public Script cut() {
    flushHead();
    return finish(new Step.Cut());
  }

  /** A TCP reset. */
  public Script reset() {
    flushHead();
    return finish(new Step.Reset());
  }

  /** Stays open until the peer closes or the stage is closed. */
  public Script hold() {
    flushHead();
    return finish(new Step.Hold());
  }

  private Script finish(Step last) {
    steps.add(last);
    return new Script(steps);
  }

  private ScriptBuilder write(byte[] bytes) {
    steps.add(new Step.Write(bytes));
    return this;
  }

  private void flushHead() {
    if (!headPending) {
      return;
    }
    headPending = false;
    if (framing == Framing.CHUNKED && version.equals("HTTP/1.0")) {
      throw new IllegalStateException("HTTP/1.0 knows no chunked coding (RFC 9112, section 7)");
    }
    String close = connectionNamed ? "\r\n" : "Connection: close\r\n\r\n";
    write(StatusLine.of(version, status, fields + close));
  }

  private void requireHeadPending(String call) {
    if (!headPending) {
      throw new IllegalStateException(call + "() comes too late: the head is written");
    }
  }

  static byte[] chunk(byte[] bytes) {
    if (bytes.length == 0) {
      // An empty chunk would be the terminating one.
      return bytes;
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
    chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    chunk.writeBytes(bytes);
    chunk.writeBytes(new byte[] {'\r', '\n'});
    return chunk.toByteArray();
  }
}
