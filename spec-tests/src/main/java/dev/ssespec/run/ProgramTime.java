package dev.ssespec.run;

import dev.ssespec.cases.ClientPlay;
import dev.ssespec.cases.FurtherOptions.Tls;
import dev.ssespec.server.Program;
import dev.ssespec.server.Script;
import dev.ssespec.server.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;

/**
 * How much longer a client is waited for, because of what its origin's program does.
 *
 * @param pauses what the program does nothing for, on purpose
 * @param work what a slow client may take for what it is sent, and for the way there: worth waiting
 *     for as long as it is at work
 * @param effort how much of its own processor time that may be, which no other load prolongs
 */
record ProgramTime(Duration pauses, Duration work, Duration effort) {
  /** A browser on a busy machine takes a second and more. */
  private static final Duration A_MEBIBYTE = Duration.ofSeconds(4);

  /** Of the processor's time, slow languages take half of it. */
  private static final Duration EFFORT_FOR_A_MEBIBYTE = Duration.ofMillis(1200);

  /** Some libraries look at all lines of an event again with each one, and get there in the end. */
  private static final Duration A_THOUSAND_LINES = Duration.ofMillis(500);

  /**
   * With its first secure connection a virtual machine loads and compiles more than with all else.
   */
  private static final Duration SECURE = Duration.ofSeconds(30);

  /** What the program takes, and the way to it. */
  static ProgramTime of(ClientPlay play) {
    boolean secure = play.options().further().tls() != Tls.NONE;
    Duration wayThere = secure ? SECURE : Duration.ZERO;
    Program program = play.program();
    return new ProgramTime(
        longest(program, ProgramTime::pause),
        longest(program, ProgramTime::work).plus(wayThere),
        longest(program, ProgramTime::effort).plus(wayThere));
  }

  /** Of all scripts the one that takes longest. */
  private static Duration longest(Program program, Function<Step, Duration> time) {
    return program.routes().values().stream()
        .flatMap(route -> route.scripts().stream())
        .map(script -> sum(script, time))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration sum(Script script, Function<Step, Duration> time) {
    return script.steps().stream().map(time).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration pause(Step step) {
    return step instanceof Step.Pause pause ? pause.duration() : Duration.ZERO;
  }

  private static Duration work(Step step) {
    return time(step, A_MEBIBYTE);
  }

  private static Duration effort(Step step) {
    return time(step, EFFORT_FOR_A_MEBIBYTE);
  }

  private static Duration time(Step step, Duration mebibyte) {
    return mebibyte
        .multipliedBy(bytes(step) >> 20)
        .plus(A_THOUSAND_LINES.multipliedBy(lines(step) / 1000));
  }

  private static int lines(Step step) {
    int lines = 0;
    if (step instanceof Step.Write write) {
      for (byte b : write.bytes()) {
        lines += b == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static long bytes(Step step) {
    if (step instanceof Step.WriteFilled filled) {
      return filled.times();
    }
    return step instanceof Step.Write write ? write.bytes().length : 0;
  }
}
