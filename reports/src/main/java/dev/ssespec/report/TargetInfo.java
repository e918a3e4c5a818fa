package dev.ssespec.report;

import java.util.List;

/**
 * Who was tested, in the target's own words (hostile text: renderers escape it).
 *
 * @param profile {@code eventsource} or {@code stream}
 * @param capabilities what the adapter can show or do
 * @param notes the adapter's remarks, or empty
 */
public record TargetInfo(
    String name,
    String version,
    String language,
    String homepage,
    String profile,
    List<String> capabilities,
    String notes) {

  /** Copies the list. */
  public TargetInfo {
    capabilities = List.copyOf(capabilities);
  }

  /** A target of which no more than its name is known. */
  public static TargetInfo named(String name) {
    return new TargetInfo(name, "", "", "", "eventsource", List.of(), "");
  }
}
