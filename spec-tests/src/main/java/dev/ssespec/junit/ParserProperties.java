package dev.ssespec.junit;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.target.JvmParserLink;
import dev.ssespec.target.ParserTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The property cases as tests of a parser in this JVM, for its author's own build. A stream that
 * deviates is shrunk, and the failure tells it as escaped text and hex, with the seed that repeats
 * it. Immutable; JUnit comes from the build that uses it.
 *
 * <pre>{@code
 * class MyParserTest {
 *   @TestFactory
 *   Stream<DynamicTest> properties() {
 *     return ParserProperties.of(MyParserTest::parse).without("comments").tests();
 *   }
 * }
 * }</pre>
 */
public final class ParserProperties {
  private static final List<String> CAPABILITIES =
      List.of("last-event-id", "retry", "comments", "chunks", "events-before-eof");

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final ParserTarget target;
  private final List<String> capabilities;
  private final long seed;
  private final int tries;

  private ParserProperties(ParserTarget target, List<String> capabilities, long seed, int tries) {
    this.target = target;
    this.capabilities = List.copyOf(capabilities);
    this.seed = seed;
    this.tries = tries;
  }

  /** Properties of a parser that shows everything, with a new seed. */
  public static ParserProperties of(ParserTarget target) {
    return new ParserProperties(
        target, CAPABILITIES, new Random().nextInt(1_000_000_000), RunOptions.TRIES);
  }

  /** The parser does not show these capabilities of the adapter protocol, {@code retry} say. */
  public ParserProperties without(String... hidden) {
    List<String> unknown =
        Arrays.stream(hidden).filter(one -> !CAPABILITIES.contains(one)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected some of " + CAPABILITIES + " but was " + unknown);
    }
    List<String> left =
        capabilities.stream().filter(one -> !Arrays.asList(hidden).contains(one)).toList();
    return new ParserProperties(target, left, seed, tries);
  }

  /** The same streams each time. */
  public ParserProperties seed(long fixed) {
    return new ParserProperties(target, capabilities, fixed, tries);
  }

  /** So many streams for each property; 100 unless said. */
  public ParserProperties tries(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("Expected 1 try or more but was " + count);
    }
    return new ParserProperties(target, capabilities, seed, count);
  }

  /** One test for each property that the parser can show. */
  public Stream<DynamicTest> tests() {
    return Catalogue.whole().of(Role.PARSER).stream()
        .filter(PropertyCase.class::isInstance)
        .filter(one -> capabilities.containsAll(one.header().needs()))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.header().code() + " " + one.header().title(), () -> check(one)));
  }

  private void check(Case one) {
    var info = new TargetInfo("parser", "", "Java", "", "eventsource", capabilities, "");
    var plug = new Plug(Role.PARSER, JvmParserLink.of(info, target), "", List.of());
    List<CaseRecord> records = new ArrayList<>();
    try (var runner = new Runner(plug, new RunOptions(seed, 1, TIMEOUT, tries))) {
      runner.run(
          List.of(one),
          new RunListener() {
            @Override
            public void judged(CaseRecord judged) {
              records.add(judged);
            }
          });
    }
    records.forEach(this::expectPass);
  }

  private void expectPass(CaseRecord judged) {
    if (judged.verdict() != Verdict.PASS) {
      throw new AssertionError(
          judged.reason()
              + System.lineSeparator()
              + "Repeat it with seed("
              + seed
              + ")"
              + (tries == RunOptions.TRIES ? "" : ".tries(" + tries + ")"));
    }
  }
}
