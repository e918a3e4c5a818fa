package dev.ssespec.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ssespec.http.MessageHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request's head. */
record ServerRequest(String method, String path, String version, MessageHead head) {
  private static final int MOST = 64 * 1024;

  /** Reads up to the blank line; empty where the client leaves, or sends too much, before it. */
  static Optional<ServerRequest> read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int state = 0;
    while (state < 4 && bytes.size() < MOST) {
      int b = in.read();
      if (b < 0) {
        return Optional.empty();
      }
      bytes.write(b);
      boolean wanted = b == (state % 2 == 0 ? '\r' : '\n');
      state = wanted ? state + 1 : b == '\r' ? 1 : 0;
    }
    MessageHead head = MessageHead.parse(bytes.toByteArray());
    String[] words = head.startLine().split(" ", -1);
    return state == 4 && words.length == 3
        ? Optional.of(new ServerRequest(words[0], words[1], words[2], head))
        : Optional.empty();
  }

  boolean isOld() {
    return version.equals("HTTP/1.0");
  }

  Optional<String> lastEventId() {
    return head.first("Last-Event-ID")
        .map(
            value ->
                new String(value.getBytes(ISO_8859_1), java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The number that Last-Event-ID stands for, if it is one of ours. */
  Optional<Integer> position() {
    return lastEventId().filter(id -> id.matches("[0-9]{1,8}")).map(Integer::valueOf);
  }
}
