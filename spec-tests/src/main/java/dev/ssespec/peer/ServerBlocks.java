package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/** What the events of a {@link PlainServer} look like on the wire. */
final class ServerBlocks {
  private static final String[] ENDS = {"\n", "\r\n", "\r"};

  private final ServerTraits traits;
  private final int opening;
  private int lines;

  ServerBlocks(ServerTraits traits, int opening) {
    this.traits = traits;
    this.opening = opening;
  }

  /** What stands ahead of the first event. */
  byte[] opening() {
    String mark = traits.has(ServerOddball.MARK_FIRST) ? "\uFEFF" : "";
    String blank = traits.has(ServerOddball.LEADING_BLANK_LINES) ? "\n\n\n" : "";
    String hello = traits.has(ServerFault.LATE_HEAD) ? "" : ": hello\n\n";
    String retry = traits.has(ServerOddball.RETRY_FIRST) ? "retry: 3000\n" : "";
    return bytes(mark + blank + hello + retry, UTF_8);
  }

  /**
   * An event with its blank line.
   *
   * @param number its number for everybody
   * @param count its number on this connection
   */
  byte[] block(int number, int count) {
    String fields = fields(number, count);
    String block =
        traits.has(ServerFault.HELD_BLANK_LINE) ? "\n" + fields : fields + "\n" + behind(number);
    return bytes(block, traits.has(ServerFault.LATIN_BYTES) ? ISO_8859_1 : UTF_8);
  }

  private String fields(int number, int count) {
    int id = traits.has(ServerFault.IDS_PER_CONNECTION) ? count : number;
    String nul = traits.has(ServerFault.NUL_IN_ID) ? "\0" : "";
    String idLine = traits.has(ServerOddball.NO_ID) ? "" : "id: " + id + nul + "\n";
    String mark = traits.has(ServerFault.MARK_IN_STREAM) ? "\uFEFF" : "";
    String inside = traits.has(ServerOddball.COMMENT_IN_BLOCK) ? ": inside\n" : "";
    return mark + "event: tick\n" + idLine + retry() + inside + data(number);
  }

  private String retry() {
    return traits.has(ServerFault.RETRY_FRACTION)
        ? "retry: 1.5\n"
        : traits.has(ServerFault.RETRY_IN_SECONDS) ? "retry: 3\n" : "";
  }

  private String data(int number) {
    if (traits.has(ServerOddball.ENDS_BY_ITSELF) && number == ServerStream.LAST) {
      return "data: [DONE]\n";
    }
    String line = "data: tick " + number + "\n";
    if (traits.has(ServerFault.RAW_LINE_FEED)) {
      return line + "and its second line\n";
    }
    if (traits.has(ServerFault.GLUED_EVENTS)) {
      return line + "event: tock\n" + line;
    }
    if (traits.has(ServerFault.LATIN_BYTES)) {
      return "data: tick " + number + " caf\u00e9\n";
    }
    if (traits.has(ServerFault.IDS_PER_CONNECTION)) {
      return "data: tick " + number + " on connection " + opening + "\n";
    }
    return traits.has(ServerOddball.LINES_OF_DATA) ? line + "data\ndata: and more\n" : line;
  }

  /** Blocks that dispatch nothing. */
  private String behind(int number) {
    if (traits.has(ServerOddball.ID_WITHOUT_DATA)) {
      return "id: " + number + "\n\n";
    }
    return traits.has(ServerOddball.NAMED_WITHOUT_DATA) ? "event: bell\n\n" : "";
  }

  /** Where the first line of a block ends. */
  int firstLine(byte[] block) {
    int at = 0;
    while (block[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private byte[] bytes(String text, Charset charset) {
    String spaced =
        traits.has(ServerOddball.NO_SPACE) ? text.replaceAll("(?m)^(\\w+): ", "$1:") : text;
    var out = new StringBuilder();
    for (int i = 0; i < spaced.length(); i++) {
      boolean behindCr = !out.isEmpty() && out.charAt(out.length() - 1) == '\r';
      out.append(spaced.charAt(i) == '\n' ? lineEnd(behindCr) : spaced.substring(i, i + 1));
    }
    return out.toString().getBytes(charset);
  }

  private String lineEnd(boolean behindCr) {
    if (traits.has(ServerOddball.MIXED_ENDS)) {
      String end = ENDS[lines++ % ENDS.length];
      // An LF would only complete the CR ahead of it.
      return behindCr && end.equals("\n") ? "\r\n" : end;
    }
    return traits.has(ServerOddball.CRLF) ? "\r\n" : traits.has(ServerOddball.CR) ? "\r" : "\n";
  }
}
