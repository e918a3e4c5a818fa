package dev.ssespec.cases;

import java.util.Set;
import java.util.TreeSet;

/**
 * A running endpoint, watched from outside.
 *
 * @param visits the exchanges that the case looks at; one visit serves many cases
 * @param rule what has to hold of them
 */
public record EndpointCase(CaseHeader header, Set<Visit> visits, EndpointRule rule)
    implements Case {

  /** Copies the set. */
  public EndpointCase {
    visits = java.util.Collections.unmodifiableSet(new TreeSet<>(visits));
  }

  @Override
  public Role role() {
    return Role.SERVER_URL;
  }

  @Override
  public String stimulusText() {
    var text = new StringBuilder();
    visits.forEach(visit -> text.append(visit.inWords()).append('\n'));
    return text.toString();
  }

  @Override
  public String substance() {
    return header.level() + " " + header.needs() + " " + visits + " " + rule;
  }

  /** Begins the description of a case. */
  public static Builder endpoint(String code, String id) {
    return new Builder(code, id);
  }

  /** Describes a case; {@link #holds(EndpointRule, Visit...)} last. */
  public static final class Builder extends CaseHeaderBuilder<Builder> {
    private Builder(String code, String id) {
      super(code, id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The case: {@code rule} holds of these visits. */
    public EndpointCase holds(EndpointRule rule, Visit... visits) {
      return new EndpointCase(header(), Set.of(visits), rule);
    }
  }
}
