package dev.ssespec.run;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.Visit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which visits a run makes, known before the first request.
 *
 * @param visits in the order of their enum
 * @param leftOut visits that the cases ask for and that are not made, each with the reason
 */
public record VisitPlan(Set<Visit> visits, Map<Visit, String> leftOut) {
  private static final String NOT_REPEATED =
      "a method other than GET may do something each time, so that it is sent once";

  private static final String UNKNOWN =
      "HTTP/2 without TLS is only spoken to an endpoint that is said to know it: see --http2";

  /** Copies both. */
  public VisitPlan {
    visits = Collections.unmodifiableSet(new java.util.TreeSet<>(visits));
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }

  /** The visits that {@code cases} look at, as far as the method lets them be made. */
  public static VisitPlan of(Collection<EndpointCase> cases, EndpointOptions options) {
    Set<Visit> wanted = EnumSet.of(Visit.WATCH);
    cases.forEach(one -> wanted.addAll(one.visits()));
    Set<Visit> made = EnumSet.copyOf(wanted);
    if (!options.isGet()) {
      made.retainAll(EnumSet.of(Visit.WATCH, Visit.OPTIONS));
    }
    wanted.removeAll(made);
    Map<Visit, String> leftOut = new TreeMap<>();
    wanted.forEach(visit -> leftOut.put(visit, NOT_REPEATED));
    if (options.httpTwo().isEmpty() && made.remove(Visit.HTTP_TWO)) {
      leftOut.put(Visit.HTTP_TWO, UNKNOWN);
    }
    return new VisitPlan(made, leftOut);
  }

  /** The most requests that the run sends, redirects apart. */
  public int requests() {
    return visits.stream().mapToInt(Visit::requests).sum();
  }
}
