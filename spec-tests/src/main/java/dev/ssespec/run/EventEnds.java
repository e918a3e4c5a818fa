package dev.ssespec.run;

import dev.ssespec.parser.LiteralInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the events of a stream are complete. What they are is written by hand with the case; at
 * which byte each of them is out, the literal interpreter says.
 */
final class EventEnds {
  private EventEnds() {}

  /**
   * The number of bytes up to and with the LF that completes an event, for each event that an LF
   * completes: whether a CR does so alone is the matter of cases of its own.
   */
  static List<Integer> of(byte[] stream) {
    List<Integer> ends = new ArrayList<>();
    int before = 0;
    for (int to = 1; to <= stream.length; to++) {
      if (stream[to - 1] == '\n' && isBehindLineEnd(stream, to - 1)) {
        int now = count(stream, to);
        if (now > before) {
          ends.add(to);
        }
        before = now;
      }
    }
    return ends;
  }

  /** The line before an empty one has an end, which is CR or LF; of a CRLF the CR is looked at. */
  private static boolean isBehindLineEnd(byte[] stream, int at) {
    return at > 0 && (stream[at - 1] == '\n' || stream[at - 1] == '\r');
  }

  private static int count(byte[] stream, int length) {
    return LiteralInterpreter.interpret(Arrays.copyOf(stream, length)).events().size();
  }
}
