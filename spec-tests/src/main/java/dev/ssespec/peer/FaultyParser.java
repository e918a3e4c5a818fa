package dev.ssespec.peer;

import dev.ssespec.parser.Interpretation;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.target.ParserTarget;
import java.util.List;

/** A parser with exactly one fault. */
public final class FaultyParser implements ParserTarget {
  private final ParserFault fault;

  /** A parser with this fault. */
  public FaultyParser(ParserFault fault) {
    this.fault = fault;
  }

  /** How it introduces itself. */
  public TargetInfo info() {
    return SoundParser.introduced("faulty parser: " + fault.name(), fault.sentence());
  }

  @Override
  public Interpretation parse(List<byte[]> chunks, boolean end) {
    return fault.parser().get().whole(chunks, end);
  }
}
