package dev.ssespec.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole run, as {@link RunFile#read} gives it back: what every rendering is made from.
 *
 * @param abouts one for each case that has records, in the order of the file
 * @param cases one for each case and variant, in the order of the file
 * @param complete false where the run was cut off; such a run is never a good one
 */
public record Run(
    RunHeader header, List<CaseAbout> abouts, List<CaseRecord> cases, boolean complete) {

  /** Copies the lists. */
  public Run {
    abouts = List.copyOf(abouts);
    cases = List.copyOf(cases);
  }

  /** The counts by level. */
  public Totals totals() {
    return Totals.of(cases);
  }

  /** What is known of each case, by code, in the order of the file. */
  public Map<String, CaseAbout> aboutByCode() {
    var byCode = new LinkedHashMap<String, CaseAbout>();
    abouts.forEach(about -> byCode.putIfAbsent(about.code(), about));
    return byCode;
  }

  /** Tells {@code listener} the run from its beginning to its end, as if it ran once more. */
  public void replay(RunListener listener) {
    listener.began(header, cases.size());
    abouts.forEach(listener::about);
    cases.forEach(listener::judged);
    listener.ended(complete);
  }
}
