package dev.ssespec.cases;

/**
 * A law that is tried on generated streams: drawn from the seed, and shrunk where one deviates.
 *
 * @param law what must hold
 */
public record PropertyCase(CaseHeader header, Law law) implements Case {
  @Override
  public Role role() {
    return law.role();
  }

  @Override
  public String stimulusText() {
    return law.stimulus() + " Drawn from the seed, as many as --tries says.";
  }

  @Override
  public String substance() {
    return header.level() + " " + header.needs() + " " + law;
  }

  /** Begins the description of a case. */
  static Builder property(String code, String id, Law law) {
    return new Builder(code, id, law);
  }

  /** Describes a case; {@link #build()} last. */
  static final class Builder extends CaseHeaderBuilder<Builder> {
    private final Law law;

    private Builder(String code, String id, Law law) {
      super(code, id);
      this.law = law;
    }

    @Override
    Builder self() {
      return this;
    }

    PropertyCase build() {
      return new PropertyCase(header(), law);
    }
  }
}
