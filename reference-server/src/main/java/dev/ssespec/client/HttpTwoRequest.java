package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MessageHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a client sends on an HTTP/2 connection with one request (RFC 9113). */
final class HttpTwoRequest {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int CONTINUATION = 9;
  static final int END_HEADERS = 0x4;

  /** The names of the error codes, by their number. */
  static final List<String> ERRORS =
      List.of(
          "NO_ERROR",
          "PROTOCOL_ERROR",
          "INTERNAL_ERROR",
          "FLOW_CONTROL_ERROR",
          "SETTINGS_TIMEOUT",
          "STREAM_CLOSED",
          "FRAME_SIZE_ERROR",
          "REFUSED_STREAM",
          "CANCEL",
          "COMPRESSION_ERROR",
          "CONNECT_ERROR",
          "ENHANCE_YOUR_CALM",
          "INADEQUATE_SECURITY",
          "HTTP_1_1_REQUIRED");

  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
  private static final int WINDOW_UPDATE = 8;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int ENABLE_PUSH = 2;
  private static final int END_STREAM = 0x1;
  private static final int STREAM = 1;
  private static final Set<String> OF_HTTP_ONE =
      Set.of(
          "host", "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private HttpTwoRequest() {}

  /** Frames that answer frames. */
  static final class Output {
    private final OutputStream out;

    Output(OutputStream out) {
      this.out = out;
    }

    void acknowledge(int type, byte[] payload) throws IOException {
      out.write(frame(type, 1, 0, payload));
      out.flush();
    }

    /** The server may send so many bytes more. */
    void windowUpdate(int bytes) throws IOException {
      if (bytes > 0) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(frame(WINDOW_UPDATE, 0, 0, number(bytes, 4)));
        both.writeBytes(frame(WINDOW_UPDATE, 0, STREAM, number(bytes, 4)));
        out.write(both.toByteArray());
        out.flush();
      }
    }
  }

  /**
   * Preface, settings, and the request: all that a client says of its own accord.
   *
   * @param head a request's head as HTTP/1.1 has it
   * @param window how much the server may send of the response before some of it was read
   */
  static byte[] opening(byte[] head, String scheme, int window) {
    var settings = new ByteArrayOutputStream();
    settings.writeBytes(number(ENABLE_PUSH, 2));
    settings.writeBytes(number(0, 4));
    settings.writeBytes(number(INITIAL_WINDOW_SIZE, 2));
    settings.writeBytes(number(window, 4));
    byte[] block = block(MessageHead.parse(head), scheme);
    if (block.length > 16_384) {
      throw new IllegalArgumentException("A head of " + block.length + " bytes needs two frames");
    }
    var opening = new ByteArrayOutputStream();
    opening.writeBytes(PREFACE);
    opening.writeBytes(frame(SETTINGS, 0, 0, settings.toByteArray()));
    opening.writeBytes(frame(HEADERS, END_HEADERS | END_STREAM, STREAM, block));
    return opening.toByteArray();
  }

  private static byte[] block(MessageHead head, String scheme) {
    String[] words = head.startLine().split(" ", 3);
    var block = new ByteArrayOutputStream();
    field(block, ":method", words[0]);
    field(block, ":scheme", scheme);
    field(block, ":authority", head.first("Host").orElse(""));
    field(block, ":path", words[1]);
    for (HeaderField field : head.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!OF_HTTP_ONE.contains(name)) {
        field(block, name, field.value());
      }
    }
    return block.toByteArray();
  }

  /** A literal that no table keeps, letter by letter. */
  private static void field(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    string(block, name);
    string(block, value);
  }

  private static void string(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    int rest = bytes.length - 127;
    block.write(Math.min(127, bytes.length));
    for (; rest >= 128; rest >>= 7) {
      block.write((rest & 0x7f) | 0x80);
    }
    if (bytes.length >= 127) {
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    var frame = new ByteArrayOutputStream(9 + payload.length);
    frame.writeBytes(number(payload.length, 3));
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(number(stream, 4));
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static byte[] number(int number, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (number >> (8 * (count - 1 - i)));
    }
    return bytes;
  }
}
