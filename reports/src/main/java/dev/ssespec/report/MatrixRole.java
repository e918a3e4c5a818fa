package dev.ssespec.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * All runs of one role, side by side.
 *
 * @param runs by name and version of their targets
 * @param abouts by code, of every case that any run has
 * @param cells by code: for each run, in their order, the records of that case
 */
record MatrixRole(
    String role,
    List<Run> runs,
    Map<String, CaseAbout> abouts,
    Map<String, List<List<CaseRecord>>> cells) {
  private static final List<String> ORDER =
      List.of("parser", "client", "server", "server-url", "proxy");

  /** One for each role that any run has, in a fixed order. */
  static List<MatrixRole> of(List<Run> runs) {
    var byRole = new TreeMap<String, List<Run>>(Comparator.comparing(MatrixRole::rank));
    for (var run : runs) {
      byRole
          .computeIfAbsent(run.header().role(), none -> new ArrayList<>())
          .add(Secrets.masked(run));
    }
    return byRole.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static String rank(String role) {
    var index = ORDER.indexOf(role);
    return (index < 0 ? "9" : Integer.toString(index)) + role;
  }

  private static MatrixRole of(String role, List<Run> runs) {
    var sorted =
        runs.stream()
            .sorted(
                Comparator.comparing(
                    run -> Look.target(run.header().target()).toLowerCase(Locale.ROOT)))
            .toList();
    var abouts = new TreeMap<String, CaseAbout>();
    var cells = new TreeMap<String, List<List<CaseRecord>>>();
    for (int i = 0; i < sorted.size(); i++) {
      sorted.get(i).aboutByCode().forEach(abouts::putIfAbsent);
      for (var record : sorted.get(i).cases()) {
        cells.computeIfAbsent(record.code(), none -> empty(sorted.size())).get(i).add(record);
      }
    }
    return new MatrixRole(role, sorted, abouts, cells);
  }

  private static List<List<CaseRecord>> empty(int size) {
    var out = new ArrayList<List<CaseRecord>>();
    for (int i = 0; i < size; i++) {
      out.add(new ArrayList<>());
    }
    return out;
  }

  /** What the role is called in a heading. */
  String heading() {
    return role.equals("server-url") ? "server (URL alone)" : role;
  }

  /** Codes by area, both in order. */
  Map<String, List<String>> areas() {
    var out = new LinkedHashMap<String, List<String>>();
    cells
        .keySet()
        .forEach(
            code ->
                out.computeIfAbsent(Look.group(any(code)), none -> new ArrayList<>()).add(code));
    return out;
  }

  /** Whether a run of the role has parser cases that were replayed. */
  boolean hasReplayed() {
    return runs.stream().anyMatch(run -> run.totals().hasReplayed());
  }

  /** Any record of the case. */
  CaseRecord any(String code) {
    return row(code).stream().flatMap(List::stream).findFirst().orElseThrow();
  }

  List<List<CaseRecord>> row(String code) {
    return cells.getOrDefault(code, List.of());
  }

  String title(String code) {
    var about = abouts.get(code);
    return about == null ? any(code).id() : about.title();
  }
}
