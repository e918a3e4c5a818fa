package dev.ssespec.report;

import java.util.List;

/**
 * A target that a matrix could not run.
 *
 * @param roles the roles that it would have been tested in
 * @param reason one sentence: the toolchain that is missing, the step that failed
 */
public record SkippedTarget(String name, String language, List<String> roles, String reason) {
  /** Copies the list. */
  public SkippedTarget {
    roles = List.copyOf(roles);
  }
}
