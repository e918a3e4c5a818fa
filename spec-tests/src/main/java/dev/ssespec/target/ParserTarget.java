package dev.ssespec.target;

import dev.ssespec.parser.Interpretation;
import java.util.List;

/**
 * A parser under test in this JVM. Each call stands for a fresh parser; calls may come from several
 * threads at a time. What it throws, an {@link Error} too, counts as a crash of the parser, for
 * that call alone.
 */
@FunctionalInterface
public interface ParserTarget {
  /**
   * Feeds the chunks one by one, in order.
   *
   * @param end whether the stream ends behind the last chunk; otherwise it stays open, and only
   *     what was dispatched so far is answered
   */
  Interpretation parse(List<byte[]> chunks, boolean end);
}
