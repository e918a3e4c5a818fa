package dev.ssespec.cases;

import dev.ssespec.cases.Emission.OfComment;
import dev.ssespec.cases.Emission.OfEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server is told to send something, and what arrives is read as the standard has it.
 *
 * @param emissions what it is told to send, in order
 * @param outcomes the acceptable ones, the best first
 */
public record EmissionCase(
    CaseHeader header, List<Emission> emissions, List<EmissionOutcome> outcomes) implements Case {

  /** Copies the lists. */
  public EmissionCase {
    emissions = List.copyOf(emissions);
    outcomes = List.copyOf(outcomes);
  }

  @Override
  public Role role() {
    return Role.SERVER;
  }

  @Override
  public String stimulusText() {
    var text = new StringBuilder("The server is told to send, one behind the other:\n");
    emissions.forEach(one -> text.append(one.inWords()).append('\n'));
    return text.append("then two plain events; what arrives before them counts.").toString();
  }

  @Override
  public String substance() {
    return header.level() + " " + header.needs() + " " + emissions + " " + outcomes;
  }

  /** Begins the description of a case. */
  public static Builder told(String code, String id) {
    return new Builder(code, id);
  }

  /** Describes a case; {@link #build()} last. */
  public static final class Builder extends CaseHeaderBuilder<Builder> {
    private final List<Emission> emissions = new ArrayList<>();
    private final List<EmissionOutcome> outcomes = new ArrayList<>();

    private Builder(String code, String id) {
      super(code, id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** What is sent. Each part needs its capability: the kit adds the need. */
    public Builder sends(Emission... some) {
      for (Emission one : some) {
        emissions.add(one);
        needs(capabilities(one));
      }
      return this;
    }

    private static String[] capabilities(Emission emission) {
      List<String> needed = new ArrayList<>();
      if (emission instanceof OfComment) {
        needed.add("comment");
      } else if (emission instanceof OfEvent event) {
        event.type().ifPresent(any -> needed.add("type"));
        event.id().ifPresent(any -> needed.add("id"));
        event.retry().ifPresent(any -> needed.add("retry"));
        if (event.data().isEmpty()) {
          needed.add("no-data");
        }
      }
      return needed.toArray(String[]::new);
    }

    /** The best outcome: this becomes of each emission. */
    public Builder expect(Fate... fates) {
      return passes("canonical", fates);
    }

    /** Another outcome that is as good. */
    public Builder passes(String name, Fate... fates) {
      outcomes.add(new EmissionOutcome(name, true, List.of(fates)));
      return this;
    }

    /** Another outcome that is acceptable. */
    public Builder or(String name, Fate... fates) {
      outcomes.add(new EmissionOutcome(name, false, List.of(fates)));
      return this;
    }

    /** One of these, the best first. */
    Builder anyOf(List<EmissionOutcome> some) {
      outcomes.addAll(some);
      return this;
    }

    /** An event of the default type with this data. */
    static Fate message(String data) {
      return arrives("message", data);
    }

    /** An event with this type and data. */
    static Fate arrives(String type, String data) {
      return new Fate.Arrives(
          Wording.exactly(type), Wording.exactly(data), Wording.anything(), Optional.empty());
    }

    /** An event of the default type with this data and last event ID. */
    static Fate withId(String data, Wording id) {
      return new Fate.Arrives(
          Wording.exactly("message"), Wording.exactly(data), id, Optional.empty());
    }

    /** The case. */
    public EmissionCase build() {
      if (emissions.isEmpty() || outcomes.isEmpty()) {
        throw new IllegalStateException(header().code() + ": nothing is sent or expected");
      }
      if (outcomes.stream().anyMatch(o -> o.fates().size() != emissions.size())) {
        throw new IllegalStateException(header().code() + ": a fate for each emission");
      }
      return new EmissionCase(header(), emissions, outcomes);
    }
  }
}
