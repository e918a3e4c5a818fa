package dev.ssespec.run;

import dev.ssespec.cases.Case;
import java.util.Map;

/**
 * One case in one variant.
 *
 * @param variant dimension to value; empty where the case has none
 */
public record Job(Case testCase, Map<String, String> variant) {}
