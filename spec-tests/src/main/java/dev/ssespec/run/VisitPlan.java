package dev.ssespec.run;

import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.Visit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which visits a run makes, known before the first request.
 *
 * @param visits in the order of their enum
 * @param leftOut visits that the cases ask for, and that are not made for the reason below
 */
public record VisitPlan(Set<Visit> visits, Set<Visit> leftOut) {
  /** Why a plan leaves visits out. */
  static final String NOT_REPEATED =
      "a method other than GET may do something each time, so that it is sent once";

  /** Copies the sets. */
  public VisitPlan {
    visits = Collections.unmodifiableSet(new java.util.TreeSet<>(visits));
    leftOut = Collections.unmodifiableSet(new java.util.TreeSet<>(leftOut));
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
    return new VisitPlan(made, wanted);
  }

  /** The most requests that the run sends, redirects apart. */
  public int requests() {
    return visits.stream().mapToInt(Visit::requests).sum();
  }
}
