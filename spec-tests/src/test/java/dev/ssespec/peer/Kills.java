package dev.ssespec.peer;

import dev.ssespec.report.Failure;
import dev.ssespec.run.DirectPlay.Bad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  static Kills of(ParserFault fault, List<Bad> bad, Set<String> named) {
    List<Bad> counted = new ArrayList<>(bad);
    counted.removeIf(b -> flooded(fault, b.variant()));
    Set<String> telling = counted.stream().map(Bad::code).collect(Collectors.toSet());
    bad.stream()
        .filter(b -> named.contains(b.code()) && !telling.contains(b.code()))
        .forEach(counted::add);
    return new Kills(
        fault,
        counted.stream().map(Bad::code).collect(Collectors.toCollection(TreeSet::new)),
        counted.stream().map(Bad::kind).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean flooded(ParserFault fault, Map<String, String> variant) {
    return fault.floods().contains("*")
        || variant.entrySet().stream()
            .anyMatch(e -> fault.floods().contains(e.getKey() + "=" + e.getValue()));
  }
}
