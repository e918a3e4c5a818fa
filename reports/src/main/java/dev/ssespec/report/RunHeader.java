package dev.ssespec.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first line of a run.
 *
 * @param schema version of the record's form; 1
 * @param role {@code parser}, {@code client}, {@code server}, {@code server-url} or {@code proxy}
 * @param seed what the order and the random parts were drawn from
 * @param argv the command line that repeats the run, from the verb on
 * @param environment the machine: {@code os}, {@code java}, {@code processors}, {@code started} …
 */
public record RunHeader(
    int schema,
    Kit kit,
    TargetInfo target,
    String role,
    long seed,
    List<String> argv,
    Map<String, String> environment) {

  /**
   * The kit that ran.
   *
   * @param catalogue {@code sha256:} and the hash of the whole catalogue
   */
  public record Kit(String version, String catalogue) {}

  /** Copies the collections. */
  public RunHeader {
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
