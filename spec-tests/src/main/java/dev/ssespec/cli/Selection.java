package dev.ssespec.cli;

import dev.ssespec.cases.Case;
import dev.ssespec.cases.CaseHeader;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which cases a command line asks for. */
final class Selection {
  private Selection() {}

  /**
   * The cases of a role that the flags ask for.
   *
   * @throws UsageException if a pattern matches nothing, or nothing is left to run
   */
  static List<Case> of(Role role, RunFlags flags) {
    List<Case> all = Catalogue.whole().playedTo(role);
    if (!flags.isTolerant()) {
      flags.only().forEach(glob -> requireMatch(glob, all, "--only"));
      flags.skip().forEach(glob -> requireMatch(glob, all, "--skip"));
    }
    List<Case> chosen = new ArrayList<>();
    for (Case one : all) {
      boolean wanted = flags.only().isEmpty() || matchesAny(flags.only(), one);
      if (wanted && !matchesAny(flags.skip(), one) && levelIsWanted(flags, one)) {
        chosen.add(one);
      }
    }
    List<Case> part = shard(chosen, flags);
    if (part.isEmpty()) {
      throw new UsageException("No case is left to run: the options exclude each other.");
    }
    if (!flags.slow() && part.stream().allMatch(one -> one.header().slow())) {
      throw new UsageException("The cases are slow ones: add --slow to play them.");
    }
    return part;
  }

  private static void requireMatch(String glob, List<Case> all, String option) {
    if (all.stream().noneMatch(one -> matches(glob, one))) {
      throw new UsageException(
          option + " " + glob + " matches no case; see ssespec list for codes and ids.");
    }
  }

  private static boolean matchesAny(List<String> globs, Case one) {
    return globs.stream().anyMatch(glob -> matches(glob, one));
  }

  /** Whether a glob ({@code *} any text, {@code ?} any character) matches code or id. */
  static boolean matches(String glob, Case one) {
    var regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Pattern pattern = Pattern.compile(regex.toString());
    CaseHeader header = one.header();
    return pattern.matcher(header.code()).matches() || pattern.matcher(header.id()).matches();
  }

  private static boolean levelIsWanted(RunFlags flags, Case one) {
    Level level = one.header().level();
    return switch (flags.level()) {
      case MUST -> level == Level.MUST;
      case SHOULD -> level == Level.MUST || level == Level.SHOULD;
      case ALL -> true;
    };
  }

  private static List<Case> shard(List<Case> cases, RunFlags flags) {
    if (flags.shard().isEmpty()) {
      return cases;
    }
    String text = flags.shard().get();
    if (!text.matches("\\d{1,6}/\\d{1,6}")) {
      throw new UsageException("--shard must look like 1/4 but was " + text + ".");
    }
    int slash = text.indexOf('/');
    int part = Integer.parseInt(text.substring(0, slash));
    int parts = Integer.parseInt(text.substring(slash + 1));
    if (part < 1 || part > parts) {
      throw new UsageException("--shard " + text + ": the first number runs from 1 to the second.");
    }
    List<Case> chosen = new ArrayList<>();
    for (int i = part - 1; i < cases.size(); i += parts) {
      chosen.add(cases.get(i));
    }
    return chosen;
  }
}
