package dev.ssespec.peer;

import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one fault was caught by.
 *
 * @param codes cases that failed, but those that failed in flooded variants alone and do not name
 *     the fault
 * @param kinds in which ways they failed
 */
record Kills(ParserFault fault, Set<String> codes, Set<Failure> kinds) {
  /** Streams beyond that take the runner too long to be played for every fault. */
  private static final int LARGE = 50_000;

  static Kills of(ParserFault fault, List<ParserCase> cases, Set<String> named) {
    boolean largeOnes = cases.stream().anyMatch(c -> large(c) && named.contains(code(c)));
    var parser = new FaultyParser(fault);
    List<CaseRecord> bad =
        PeerRun.bad(
            cases.stream().filter(c -> largeOnes || !large(c)).toList(), parser.info(), parser);
    List<CaseRecord> counted = new ArrayList<>(bad);
    counted.removeIf(r -> flooded(fault, r.variant()));
    Set<String> unflooded = counted.stream().map(CaseRecord::code).collect(Collectors.toSet());
    bad.stream()
        .filter(r -> named.contains(r.code()) && !unflooded.contains(r.code()))
        .forEach(counted::add);
    Set<String> codes = counted.stream().map(CaseRecord::code).collect(Collectors.toSet());
    if (!largeOnes && fault.floods().isEmpty()) {
      cases.stream()
          .filter(c -> large(c) && !readsRightly(parser, c))
          .forEach(c -> codes.add(code(c)));
    }
    Set<Failure> kinds =
        counted.stream()
            .map(CaseRecord::failure)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Kills(fault, codes, kinds);
  }

  private static boolean flooded(ParserFault fault, Map<String, String> variant) {
    return fault.floods().contains("*")
        || variant.entrySet().stream()
            .anyMatch(e -> fault.floods().contains(e.getKey() + "=" + e.getValue()));
  }

  private static boolean large(ParserCase one) {
    return one.stream().length() > LARGE;
  }

  private static String code(ParserCase one) {
    return one.header().code();
  }

  /** Whether the parser dispatches the canonical events of a stream that is sent as it is. */
  private static boolean readsRightly(FaultyParser parser, ParserCase one) {
    Words words = Words.of(PeerRun.SEED, code(one));
    List<Event> expected =
        one.outcomes().get(0).events().stream()
            .map(e -> new Event(e.type(), words.fill(e.data()), words.fill(e.lastEventId())))
            .toList();
    try {
      List<byte[]> chunks = List.of(words.fill(one.stream().toArray()));
      return parser.parse(chunks, one.end()).events().equals(expected);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
