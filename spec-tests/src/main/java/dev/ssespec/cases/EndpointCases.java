package dev.ssespec.cases;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue's part for one role. */
final class EndpointCases {
  private EndpointCases() {}

  static List<EndpointCase> all() {
    return Stream.of(
            EndpointOpeningCases.all(),
            EndpointHttpCases.all(),
            EndpointHttpTwoCases.all(),
            EndpointBodyCases.all(),
            EndpointFlushCases.all(),
            EndpointHeaderCases.all(),
            EndpointRequestCases.all(),
            EndpointResumeCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
