package dev.ssespec.cli;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.clauses.Clause;
import dev.ssespec.clauses.Ledger;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the catalogue, or the clauses and what covers them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the cases: code, level, id, title; or the clauses of the ledger.")
final class ListCommand implements Callable<Integer> {
  @Parameters(paramLabel = "GLOB", description = "Only cases whose code or id matches.")
  private List<String> globs = new ArrayList<>();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "parser, client, server or server-url.")
  private Optional<String> role = Optional.empty();

  @Option(names = "--clauses", description = "The clauses, each with the cases that cover it.")
  private boolean clauses;

  @Option(
      names = "--uncovered",
      description = "The clauses that neither a case nor a reason covers.")
  private boolean uncovered;

  @Override
  public Integer call() {
    if (clauses || uncovered) {
      listClauses(System.out);
      return 0;
    }
    List<Case> cases = chosen();
    if (cases.isEmpty()) {
      throw new UsageException("Nothing in the catalogue matches.");
    }
    for (Case one : cases) {
      System.out.printf(
          java.util.Locale.ROOT,
          "%s  %-8s  %-46s  %s%n",
          one.header().code(),
          one.header().level().word(),
          one.header().id(),
          one.header().title());
    }
    System.out.println(cases.size() + " cases");
    return 0;
  }

  private List<Case> chosen() {
    return Catalogue.whole().cases().stream()
        .filter(one -> role.isEmpty() || one.role() == wanted(role.get()))
        .filter(
            one -> globs.isEmpty() || globs.stream().anyMatch(glob -> Selection.matches(glob, one)))
        .toList();
  }

  private static Role wanted(String word) {
    for (Role one : Role.values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new UsageException(
        "--role must be parser, client, server or server-url but was " + word + ".");
  }

  private void listClauses(PrintStream out) {
    int shown = 0;
    for (Clause clause : Ledger.whole().clauses()) {
      Set<String> covering =
          Catalogue.whole().cases().stream()
              .filter(one -> one.header().clauses().contains(clause.id()))
              .map(one -> one.header().code())
              .collect(Collectors.toCollection(java.util.TreeSet::new));
      boolean open = covering.isEmpty() && clause.uncovered().isEmpty();
      if (clauses || open) {
        shown++;
        out.println(clause.id() + " (" + clause.strength() + "): " + clause.text());
        out.println(
            "    "
                + (covering.isEmpty()
                    ? open ? "not covered" : "no case: " + clause.uncovered()
                    : String.join(" ", covering)));
      }
    }
    out.println(
        shown + (uncovered && !clauses ? " clauses without a case or a reason" : " clauses"));
  }
}
