package dev.ssespec.peer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fault that a parser peer of the kit can have, one file for each area. */
public final class ParserFaults {
  private ParserFaults() {}

  /** All faults, by area. */
  public static List<ParserFault> all() {
    return Stream.of(
            DecodingFaults.all(),
            MalformedFaults.all(),
            CharacterFaults.all(),
            ByteOrderMarkFaults.all(),
            LineEndFaults.all(),
            EmptyLineFaults.all(),
            ChunkFaults.all(),
            NameFaults.all(),
            SplitFaults.all(),
            BareNameFaults.all(),
            DataFaults.all(),
            DispatchFaults.all(),
            TypeFaults.all(),
            IdFaults.all(),
            IdValueFaults.all(),
            RetryFaults.all(),
            RetryValueFaults.all(),
            RetryRangeFaults.all(),
            CommentFaults.all(),
            EndFaults.all(),
            SizeFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Faults of parsers that find what they should, and take too long for it. */
  public static List<ParserFault> inTimeAlone() {
    return SizeFaults.inTimeAlone();
  }

  /** The fault of that name. */
  /** The fault of that name. */
  public static Optional<ParserFault> find(String name) {
    return Stream.concat(all().stream(), inTimeAlone().stream())
        .filter(fault -> fault.name().equals(name))
        .findFirst();
  }
}
