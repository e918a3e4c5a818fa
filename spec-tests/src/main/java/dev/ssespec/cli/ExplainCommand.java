package dev.ssespec.cli;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.CaseHeader;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.ClientCase;
import dev.ssespec.cases.EmissionCase;
import dev.ssespec.cases.ParserCase;
import dev.ssespec.cases.PropertyCase;
import dev.ssespec.clauses.Ledger;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells everything about one case. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells everything about one case: clauses, bytes, outcomes, why, real bugs.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", description = "A code (P-017) or an id.")
  private String code = "";

  @Override
  public Integer call() {
    Case one =
        Catalogue.whole()
            .find(code)
            .orElseThrow(
                () -> new UsageException("No case is called " + code + "; see ssespec list."));
    explain(one, System.out);
    return 0;
  }

  private static void explain(Case one, PrintStream out) {
    CaseHeader header = one.header();
    out.println(header.code() + "  " + header.id() + "  revision " + header.revision());
    out.println(header.level().word() + ": " + header.title());
    section(out, "The standard");
    for (String id : header.clauses()) {
      Ledger.whole()
          .find(id)
          .ifPresent(
              clause -> {
                out.println("  " + clause.id() + ": " + clause.text());
                out.println("    " + clause.anchor());
              });
    }
    section(out, "What the kit does");
    one.stimulusText().lines().forEach(line -> out.println("  " + line));
    section(out, "Acceptable outcomes");
    outcomes(one, out);
    section(out, "Why it matters");
    out.println("  " + header.why());
    section(out, "Where to look");
    out.println("  " + header.hint());
    if (!header.seenIn().isEmpty()) {
      section(out, "Seen in");
      header.seenIn().forEach(bug -> out.println("  " + bug));
    }
    if (!header.needs().isEmpty()) {
      section(out, "Needs the capabilities");
      out.println("  " + String.join(", ", header.needs()));
    }
  }

  private static void section(PrintStream out, String title) {
    out.println();
    out.println(title);
  }

  private static void outcomes(Case one, PrintStream out) {
    if (one instanceof ParserCase parserCase) {
      parserCase
          .outcomes()
          .forEach(outcome -> out.println("  " + outcome.name() + ": " + OutcomeText.of(outcome)));
    } else if (one instanceof ClientCase clientCase) {
      clientCase
          .outcomes()
          .forEach(
              outcome -> {
                out.println("  " + outcome.name() + ":");
                outcome.expectations().forEach(e -> out.println("    " + OutcomeText.of(e)));
              });
    } else if (one instanceof EmissionCase emission) {
      emission.outcomes().forEach(outcome -> out.println("  " + OutcomeText.of(outcome)));
    } else if (one instanceof PropertyCase property) {
      out.println("  generated, one for each stream: " + property.header().title());
    } else {
      out.println("  " + one.header().title());
    }
  }
}
