package dev.ssespec.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the shards of one run. */
public final class Shards {
  private record Key(String code, Map<String, String> variant) {}

  private Shards() {}

  /**
   * One run of all of {@code shards}, cases by code. A case and variant that several of them have
   * counts with its worst verdict. It is complete where every shard is.
   *
   * @throws IllegalArgumentException where there is no shard, or they are not of one run; the
   *     message says what differs
   */
  public static Run merge(List<Run> shards) {
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("nothing to merge");
    }
    var first = shards.get(0).header();
    for (var shard : shards) {
      same("catalogue", first.kit().catalogue(), shard.header().kit().catalogue());
      same("target", Look.target(first.target()), Look.target(shard.header().target()));
      same("role", first.role(), shard.header().role());
      same("seed", Long.toString(first.seed()), Long.toString(shard.header().seed()));
    }
    var abouts = new LinkedHashMap<String, CaseAbout>();
    var records = new LinkedHashMap<Key, CaseRecord>();
    for (var shard : shards) {
      shard.aboutByCode().forEach(abouts::putIfAbsent);
      for (var record : shard.cases()) {
        records.merge(new Key(record.code(), record.variant()), record, Shards::worse);
      }
    }
    var sortedAbouts = new ArrayList<>(abouts.values());
    sortedAbouts.sort(Comparator.comparing(CaseAbout::code));
    var sorted = new ArrayList<>(records.values());
    sorted.sort(Comparator.comparing(CaseRecord::code));
    return new Run(first, sortedAbouts, sorted, shards.stream().allMatch(Run::complete));
  }

  private static CaseRecord worse(CaseRecord one, CaseRecord other) {
    var order = Standing.WORSENING;
    return order.indexOf(other.verdict()) > order.indexOf(one.verdict()) ? other : one;
  }

  private static void same(String what, String one, String other) {
    if (!one.equals(other)) {
      throw new IllegalArgumentException(
          "shards of one run have one "
              + what
              + ", and these have \""
              + Visible.line(one, 80)
              + "\" and \""
              + Visible.line(other, 80)
              + "\"");
    }
  }
}
