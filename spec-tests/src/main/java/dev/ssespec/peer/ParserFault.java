package dev.ssespec.peer;

import dev.ssespec.report.Failure;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One way in which a parser is wrong, and in no other. The cases that name it in their {@code
 * catches} must fail, and no other case may, but in variants that the fault floods.
 *
 * @param name kebab-case
 * @param sentence what such a parser does
 * @param seenIn a library in which it was seen; empty where none is known
 * @param kinds in which ways its cases fail
 * @param floods variants in which it breaks streams of every kind, so that a failure there tells
 *     nothing of a single case, each as {@code ending=cr}; {@code *} for all of them
 * @param parser makes a fresh parser with the fault
 */
public record ParserFault(
    String name,
    String sentence,
    String seenIn,
    Set<Failure> kinds,
    Set<String> floods,
    Supplier<? extends PlainParser> parser) {

  /** Checks the name and copies the sets. */
  public ParserFault {
    if (!name.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("Expected a name like no-bom but was " + name);
    }
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    floods = Collections.unmodifiableSet(new TreeSet<>(floods));
  }

  static ParserFault fault(
      String name, String sentence, String seenIn, Supplier<? extends PlainParser> parser) {
    return new ParserFault(name, sentence, seenIn, Set.of(), Set.of(), parser);
  }

  ParserFault kinds(Failure... newKinds) {
    return new ParserFault(name, sentence, seenIn, Set.of(newKinds), floods, parser);
  }

  ParserFault floods(String... variants) {
    return new ParserFault(name, sentence, seenIn, kinds, Set.of(variants), parser);
  }
}
