package dev.ssespec.peer;

import static dev.ssespec.peer.ClientFault.*;

import dev.ssespec.parser.Event;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads event streams, one connection after the other. For use by one thread. */
final class PlainStream {
  private static final int LONG_LINE = 65_536;
  private static final int MANY_LINES = 50_000;

  /** Hears what a stream brings. */
  interface Ear {
    void event(Event event);

    void comment(String text);
  }

  private final PlainManner manner;
  private final PlainMemory memory;
  private final PlainTimer timer;
  private final Ear ear;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private Charset charset = StandardCharsets.UTF_8;
  private String type = "";
  private String id = "";
  private String ownId = "";
  private String retry = "";
  private byte[] leftOver = new byte[0];
  private boolean behindCr;
  private boolean heldCr;
  private boolean atStart;
  private boolean anyField;
  private boolean anyStream;
  private int ofMark;
  private int dataLines;

  PlainStream(PlainManner manner, PlainMemory memory, PlainTimer timer, Ear ear) {
    this.manner = manner;
    this.memory = memory;
    this.timer = timer;
    this.ear = ear;
  }

  /** A new connection is about to bring a stream. */
  void begin(Charset newCharset) {
    if (heldCr && manner.has(KEEPS_CR_OVER_CONNECTIONS)) {
      return;
    }
    charset = newCharset;
    if (!manner.has(KEEPS_LINE_OVER_CONNECTIONS)) {
      line.reset();
    }
    line.writeBytes(leftOver);
    leftOver = new byte[0];
    if (!manner.has(KEEPS_BLOCK_OVER_CONNECTIONS)) {
      clear();
    }
    id = manner.is(ClientOddball.FOLLOWS_TEXT_LITERALLY) ? "" : memory.lastEventId();
    behindCr = false;
    heldCr = false;
    atStart = !manner.has(STRIPS_FIRST_MARK_ALONE) || !anyStream;
    anyStream = true;
  }

  private void clear() {
    data.setLength(0);
    dataLines = 0;
    type = "";
    ownId = "";
    retry = "";
    anyField = false;
  }

  void feed(byte[] piece) throws PlainFailure, EOFException {
    byte[] bytes =
        manner.has(DECODES_EACH_CHUNK_BY_ITSELF)
            ? new String(piece, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)
            : piece;
    for (byte b : bytes) {
      if (!manner.has(LOOKS_FOR_MARK_ONCE) || !isOfMark(b)) {
        feed(b);
      }
    }
    if (manner.has(SPLITS_LINES_IN_EACH_CHUNK) && line.size() > 0) {
      endLine();
    }
  }

  /** Whether the byte belongs to the mark; one that does not gives back what was held. */
  private boolean isOfMark(byte b) throws PlainFailure, EOFException {
    atStart = false;
    int length = PlainBytes.MARK.length;
    if (ofMark < length && b == PlainBytes.MARK[ofMark]) {
      ofMark++;
      return true;
    }
    for (int i = 0; i < ofMark && ofMark < length; i++) {
      feed(PlainBytes.MARK[i]);
    }
    ofMark = length;
    return false;
  }

  private void feed(byte b) throws PlainFailure, EOFException {
    if (heldCr) {
      heldCr = false;
      endLine();
      behindCr = true;
    }
    boolean skipped = behindCr && b == '\n';
    behindCr = false;
    if (skipped) {
      return;
    }
    boolean holds = manner.has(WAITS_FOR_BYTE_BEHIND_CR) || manner.has(KEEPS_CR_OVER_CONNECTIONS);
    if (b == '\r' && holds) {
      heldCr = true;
    } else if (b == '\n' || b == '\r') {
      endLine();
      behindCr = b == '\r';
    } else {
      line.write(b);
      if (line.size() > LONG_LINE && manner.has(ENDS_AT_LONG_LINE)) {
        throw new EOFException("a line that is too long");
      }
    }
  }

  /** The stream is over, in good order or not. */
  void end(boolean clean) throws PlainFailure {
    if (line.size() > 0
        && (manner.has(READS_LAST_LINE_WITHOUT_END)
            || (clean && manner.has(DISPATCHES_UNFINISHED_BLOCK)))) {
      endLine();
    }
    if (clean && manner.has(DISPATCHES_UNFINISHED_BLOCK) && data.length() > 0) {
      dispatch();
    }
    if (manner.has(KEEPS_DECODER_OVER_CONNECTIONS)) {
      leftOver = unfinishedCharacter(line.toByteArray());
    }
  }

  private static byte[] unfinishedCharacter(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int b = bytes[bytes.length - back] & 0xFF;
      if (b >= 0xC0) {
        int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return back < length
            ? Arrays.copyOfRange(bytes, bytes.length - back, bytes.length)
            : new byte[0];
      }
    }
    return new byte[0];
  }

  private void endLine() throws PlainFailure {
    byte[] bytes = line.toByteArray();
    line.reset();
    boolean mark =
        atStart && bytes.length >= 3 && Arrays.equals(bytes, 0, 3, PlainBytes.MARK, 0, 3);
    atStart = false;
    read(text(mark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes));
  }

  /** The platform's decoder takes an encoded surrogate for one broken character, not for three. */
  private String text(byte[] bytes) {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return new String(bytes, charset);
    }
    var decoder = new PlainDecoder();
    return decoder.decode(bytes) + decoder.end();
  }

  private void read(String text) throws PlainFailure {
    int colon = text.indexOf(':');
    if (text.isEmpty()) {
      dispatch();
    } else if (colon == 0) {
      ear.comment(text.substring(1));
    } else if (colon > 0) {
      String value = text.substring(colon + 1);
      value = value.startsWith(" ") ? value.substring(1) : value;
      field(text.substring(0, colon), manner.has(TRIMS_VALUES) ? value.strip() : value);
    } else if (!manner.has(IGNORES_FIELDS_WITHOUT_COLON)) {
      field(text, "");
    }
  }

  private void field(String name, String value) throws PlainFailure {
    anyField = true;
    switch (name) {
      case "event" -> type = value;
      case "data" -> data(value);
      case "id" -> id(value);
      case "retry" -> {
        if (manner.has(SETS_RETRY_AT_DISPATCH)) {
          retry = value;
        } else {
          timer.retry(value);
        }
      }
      default -> {}
    }
  }

  private void data(String value) {
    if (manner.has(KEEPS_LAST_DATA_LINE_ALONE)) {
      data.setLength(0);
    }
    dataLines++;
    if (dataLines <= MANY_LINES || !manner.has(KEEPS_FIRST_LINES_ALONE)) {
      data.append(value).append('\n');
    }
  }

  private void id(String value) {
    if (value.indexOf('\0') >= 0 && !manner.has(TAKES_ID_WITH_NUL)) {
      id = manner.has(CLEARS_ID_AT_NUL) ? "" : id;
      return;
    }
    id = value;
    ownId = value;
    memory.seen(value);
  }

  private void dispatch() throws PlainFailure {
    if (!retry.isEmpty()) {
      timer.retry(retry);
    }
    boolean some = data.length() > 0;
    if (some || !manner.has(FORGETS_ID_OF_EMPTY_BLOCK)) {
      memory.commit(id);
    } else {
      id = memory.lastEventId();
    }
    if (some || (anyField && manner.has(DISPATCHES_WITHOUT_DATA))) {
      String text = some ? data.substring(0, data.length() - 1) : "";
      String shownId = manner.has(FORGETS_ID_AFTER_EVENT) ? ownId : memory.lastEventId();
      ear.event(new Event(type.isEmpty() ? "message" : type, text, shownId));
      id = manner.has(CLEARS_ID_AT_DISPATCH) ? "" : id;
    }
    String kept = some && manner.has(KEEPS_TYPE_AFTER_EVENT) ? type : "";
    clear();
    type = kept;
  }
}
