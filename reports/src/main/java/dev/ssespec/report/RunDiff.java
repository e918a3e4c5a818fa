package dev.ssespec.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two runs, by case and variant; what stayed the same is left out.
 *
 * @param changes in the order of the old run, then what is new
 */
public record RunDiff(List<Change> changes) {

  /** In which way a record changed. */
  public enum Kind {
    /** It was bad and is good. */
    FIXED("fixed"),
    /** It was good, or not judged, and is bad. */
    BROKE("broke"),
    /** It is bad as before, of another kind or for another reason; or good in another way. */
    CHANGED("changed"),
    /** The old run has no such case or variant. */
    NEW("new"),
    /** The new run has no such case or variant. */
    GONE("gone");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it. */
    public String word() {
      return word;
    }
  }

  /**
   * One change.
   *
   * @param before null where it is {@link Kind#NEW}; without transcript
   * @param after null where it is {@link Kind#GONE}; without transcript
   */
  public record Change(Kind kind, @Nullable CaseRecord before, @Nullable CaseRecord after) {
    /** The record that names the case. */
    public CaseRecord record() {
      return after != null ? after : Objects.requireNonNull(before);
    }
  }

  private record Key(String code, Map<String, String> variant) {}

  /** Copies the list. */
  public RunDiff {
    changes = List.copyOf(changes);
  }

  /**
   * Compares.
   *
   * @param strict counts {@code non-strict} as bad
   */
  public static RunDiff of(Run before, Run after, boolean strict) {
    var old = byKey(before);
    var now = byKey(after);
    var keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    var changes = new ArrayList<Change>();
    for (var key : keys) {
      kind(old.get(key), now.get(key), strict)
          .ifPresent(kind -> changes.add(new Change(kind, old.get(key), now.get(key))));
    }
    return new RunDiff(changes);
  }

  /** Whether anything became bad: a case that broke, or a new one that fails. */
  public boolean isWorse(boolean strict) {
    return changes.stream()
        .anyMatch(
            each ->
                switch (each.kind()) {
                  case BROKE -> true;
                  case NEW -> BaselineVerdict.deviates(each.record(), strict);
                  case FIXED, CHANGED, GONE -> false;
                });
  }

  /** The changes of one kind. */
  public List<Change> of(Kind kind) {
    return changes.stream().filter(each -> each.kind() == kind).toList();
  }

  /** Lines for a person, safe to print; {@code no change} where there is none. */
  public String text() {
    var out = new StringJoiner("\n", "", "\n");
    for (var kind : Kind.values()) {
      if (!of(kind).isEmpty()) {
        out.add(kind.word() + " (" + of(kind).size() + ")");
        of(kind).forEach(each -> out.add("  " + line(each)));
      }
    }
    return changes.isEmpty() ? "no change\n" : out.toString();
  }

  /** {@code {"changes":[{"kind":"fixed","code":…,"variant":{…},"before":{…},"after":{…}}]}}. */
  public JsonNode json() {
    var out = RunJson.node();
    var array = out.putArray("changes");
    for (var each : changes) {
      var node = array.addObject().put("kind", each.kind().word());
      node.put("code", each.record().code()).put("id", each.record().id());
      node.set("variant", RunJson.tree(each.record().variant()));
      if (each.before() != null) {
        node.set("before", result(each.before()));
      }
      if (each.after() != null) {
        node.set("after", result(each.after()));
      }
    }
    return out;
  }

  private static JsonNode result(CaseRecord record) {
    var out = RunJson.node().put("verdict", record.verdict().word());
    if (record.failure() != null) {
      out.put("failure", record.failure().word());
    }
    return out.put("reason", record.reason());
  }

  private static String line(Change change) {
    var record = change.record();
    var variant = Look.variant(record.variant());
    var before = change.before() == null ? "" : Look.verdict(change.before());
    var after = change.after() == null ? "" : Look.verdict(change.after());
    var both = before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after;
    return Visible.line(
        record.code()
            + " "
            + record.id()
            + (variant.isEmpty() ? "" : " [" + variant + "]")
            + "  "
            + both
            + ": "
            + Visible.cut(record.reason(), 300));
  }

  private static Map<Key, CaseRecord> byKey(Run run) {
    var out = new LinkedHashMap<Key, CaseRecord>();
    for (var record : Secrets.masked(run).cases()) {
      out.put(new Key(record.code(), record.variant()), record.withTranscript(List.of()));
    }
    return out;
  }

  private static Optional<Kind> kind(
      @Nullable CaseRecord before, @Nullable CaseRecord after, boolean strict) {
    if (before == null) {
      return Optional.of(Kind.NEW);
    }
    if (after == null) {
      return Optional.of(Kind.GONE);
    }
    var wasBad = BaselineVerdict.deviates(before, strict);
    var isBad = BaselineVerdict.deviates(after, strict);
    if (isBad && !wasBad) {
      return Optional.of(Kind.BROKE);
    }
    if (wasBad && !isBad && wasJudgedGood(after)) {
      return Optional.of(Kind.FIXED);
    }
    return isSame(before, after) ? Optional.empty() : Optional.of(Kind.CHANGED);
  }

  private static boolean wasJudgedGood(CaseRecord record) {
    return switch (record.verdict()) {
      case PASS, NON_STRICT, INFO -> true;
      case FAIL, SKIP, INCONCLUSIVE -> false;
    };
  }

  private static boolean isSame(CaseRecord before, CaseRecord after) {
    return before.verdict() == after.verdict()
        && before.failure() == after.failure()
        && before.skip() == after.skip()
        && before.outcome().equals(after.outcome())
        && (before.verdict() != Verdict.FAIL || before.reason().equals(after.reason()));
  }
}
