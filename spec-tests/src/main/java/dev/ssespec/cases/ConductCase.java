package dev.ssespec.cases;

/**
 * How a told server conducts itself on its connections.
 *
 * @param conduct what the kit does, and looks at
 */
public record ConductCase(CaseHeader header, Conduct conduct) implements Case {
  @Override
  public Role role() {
    return Role.SERVER;
  }

  @Override
  public String stimulusText() {
    return conduct.inWords();
  }

  @Override
  public String substance() {
    return header.level() + " " + header.needs() + " " + conduct;
  }

  /** Begins the description of a case. */
  static Builder conduct(String code, String id) {
    return new Builder(code, id);
  }

  /** Describes a case; {@link #holds} last. */
  static final class Builder extends CaseHeaderBuilder<Builder> {
    private Builder(String code, String id) {
      super(code, id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The case. */
    ConductCase holds(Conduct conduct) {
      return new ConductCase(header(), conduct);
    }
  }
}
