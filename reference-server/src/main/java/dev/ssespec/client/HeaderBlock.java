package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ssespec.http.HeaderField;
import dev.ssespec.http.MalformedHttpException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.compression.EncodingException;
import org.eclipse.jetty.http.compression.HuffmanDecoder;
import org.eclipse.jetty.http2.hpack.HpackContext;

/**
 * The header blocks of one direction of one HTTP/2 connection (RFC 7541). Names and values come out
 * as they were sent, whatever HTTP/2 thinks of them: Jetty's own decoder refuses what this one is
 * there to show. For use by one thread.
 */
final class HeaderBlock {
  private static final int ENTRY_OVERHEAD = 32;
  private static final int CAPACITY = 4096;

  /** The newest first. */
  private final List<HeaderField> dynamic = new ArrayList<>();

  private int capacity = CAPACITY;

  /** The fields of a whole block, in their order. */
  List<HeaderField> decode(byte[] block) throws MalformedHttpException {
    ByteBuffer in = ByteBuffer.wrap(block);
    List<HeaderField> fields = new ArrayList<>();
    try {
      while (in.hasRemaining()) {
        int first = in.get(in.position()) & 0xff;
        if (first >= 0x80) {
          fields.add(entry(integer(in, 7)));
        } else if (first >= 0x40) {
          HeaderField field = literal(in, 6);
          keep(field);
          fields.add(field);
        } else if (first >= 0x20) {
          capacity = Math.min(CAPACITY, integer(in, 5));
          evict();
        } else {
          fields.add(literal(in, 4));
        }
      }
    } catch (BufferUnderflowException | EncodingException | IllegalArgumentException e) {
      throw new MalformedHttpException("a header block that HPACK cannot read: " + e.getMessage());
    }
    return fields;
  }

  private HeaderField literal(ByteBuffer in, int prefix) throws EncodingException {
    int index = integer(in, prefix);
    String name = index == 0 ? string(in) : entry(index).name();
    return new HeaderField(name, string(in));
  }

  private HeaderField entry(int index) {
    if (index >= 1 && index <= HpackContext.STATIC_SIZE) {
      String[] entry = HpackContext.STATIC_TABLE[index];
      return new HeaderField(entry[0], entry[1] == null ? "" : entry[1]);
    }
    int at = index - HpackContext.STATIC_SIZE - 1;
    if (at < 0 || at >= dynamic.size()) {
      throw new IllegalArgumentException("no entry " + index);
    }
    return dynamic.get(at);
  }

  private void keep(HeaderField field) {
    dynamic.add(0, field);
    evict();
  }

  private void evict() {
    int size = 0;
    for (int i = 0; i < dynamic.size(); i++) {
      HeaderField field = dynamic.get(i);
      size += field.name().length() + field.value().length() + ENTRY_OVERHEAD;
      if (size > capacity) {
        dynamic.subList(i, dynamic.size()).clear();
      }
    }
  }

  /** A number whose first bits stand in the last {@code prefix} bits of a byte. */
  private static int integer(ByteBuffer in, int prefix) {
    int most = (1 << prefix) - 1;
    int value = in.get() & most;
    if (value < most) {
      return value;
    }
    for (int shift = 0; shift <= 21; shift += 7) {
      int next = in.get() & 0xff;
      value += (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number beyond 2^28");
  }

  private static String string(ByteBuffer in) throws EncodingException {
    boolean coded = (in.get(in.position()) & 0x80) != 0;
    byte[] bytes = new byte[Math.min(integer(in, 7), in.remaining() + 1)];
    in.get(bytes);
    if (!coded) {
      return new String(bytes, ISO_8859_1);
    }
    var huffman = new HuffmanDecoder();
    huffman.setLength(bytes.length);
    String text = huffman.decode(ByteBuffer.wrap(bytes));
    return text == null ? "" : text;
  }
}
