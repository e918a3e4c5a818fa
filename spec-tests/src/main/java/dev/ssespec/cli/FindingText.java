package dev.ssespec.cli;

import dev.ssespec.parser.Finding;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings for people, and for editors that know {@code file:line:column: level: message}. */
final class FindingText implements FindingPrinter {
  private static final String RESET = "\u001b[0m";

  private final String name;
  private final PrintStream out;
  private final boolean color;

  FindingText(String name, PrintStream out, boolean color) {
    this.name = name;
    this.out = out;
    this.color = color;
  }

  @Override
  public void found(Finding finding) {
    String level = finding.level().name().toLowerCase(Locale.ROOT);
    out.println(
        name
            + ":"
            + finding.line()
            + ":"
            + finding.column()
            + ": "
            + colored(finding.level(), level)
            + ": "
            + finding.message()
            + " ["
            + finding.code()
            + "]");
    out.println("    " + finding.suggestion());
    out.println("    byte " + finding.byteOffset() + " · " + finding.clause());
  }

  @Override
  public void more(Map<String, Long> unshown) {
    long all = unshown.values().stream().mapToLong(Long::longValue).sum();
    String kinds =
        unshown.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
    out.println(name + ": " + all + " more, not shown: " + kinds + " (see --max-findings)");
  }

  @Override
  public void concluded(LintCount count, StreamEnd end) {
    if (end.kind() == StreamEnd.Kind.CUT_OFF) {
      out.println(
          name
              + ": the transfer was cut off after "
              + count.bytes()
              + " bytes: "
              + end.how()
              + "; that the stream is unfinished there is not its own doing");
    }
    String found =
        count.isEmpty()
            ? "nothing found"
            : count.must() + " must, " + count.should() + " should, " + count.advice() + " advice";
    out.println(name + ": " + found + " in " + count.bytes() + " bytes" + stopped(end));
  }

  private static String stopped(StreamEnd end) {
    return end.kind() == StreamEnd.Kind.INTERRUPTED ? ", and then it was interrupted" : "";
  }

  private String colored(Finding.Level level, String text) {
    if (!color) {
      return text;
    }
    String code =
        switch (level) {
          case MUST -> "1;31";
          case SHOULD -> "33";
          case ADVICE -> "36";
        };
    return "\u001b[" + code + "m" + text + RESET;
  }
}
