package dev.ssespec.report;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How every rendering shows the same things: a symbol beside each colour, one way to say a variant.
 */
final class Look {
  private Look() {}

  /** Tells verdicts apart without colour. */
  static String symbol(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case NON_STRICT -> "≈";
      case FAIL -> "✗";
      case INFO -> "i";
      case SKIP -> "–";
      case INCONCLUSIVE -> "?";
    };
  }

  /** {@code fail (missing)}, {@code skip (capability)}, {@code pass}. */
  static String verdict(CaseRecord record) {
    if (record.failure() != null) {
      return record.verdict().word() + " (" + record.failure().word() + ")";
    }
    if (record.skip() != null) {
      return record.verdict().word() + " (" + record.skip().word() + ")";
    }
    return record.verdict().word();
  }

  /** {@code chunks=whole, ending=lf}, or empty. */
  static String variant(Map<String, String> variant) {
    return variant.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /** What reports group a case by: the first two segments of its slug, and whether replayed. */
  static String group(CaseRecord record) {
    return group(record.id()) + (record.replayed() ? ", replayed over HTTP" : "");
  }

  /** {@code application pass · connection fail}, or empty where the verdict is not told apart. */
  static String columns(CaseRecord record) {
    var application =
        record.application() == null ? "" : "application " + record.application().word();
    var connection = record.connection() == null ? "" : "connection " + record.connection().word();
    return application + (application.isEmpty() || connection.isEmpty() ? "" : " · ") + connection;
  }

  /** The first two segments of a slug. */
  static String group(String id) {
    var first = id.indexOf('/');
    var second = first < 0 ? -1 : id.indexOf('/', first + 1);
    return second < 0 ? id : id.substring(0, second);
  }

  /** {@code quick-sse 2.1.0}. */
  static String target(TargetInfo target) {
    return (target.name() + " " + target.version()).strip();
  }

  /** {@code 3 cases}, {@code 1 case}. */
  static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : one.endsWith("s") ? "es" : "s");
  }
}
