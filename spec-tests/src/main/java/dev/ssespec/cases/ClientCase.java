package dev.ssespec.cases;

import dev.ssespec.server.Program;
import dev.ssespec.server.Route;
import dev.ssespec.server.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kit is the server; the client connects, reports events, reconnects.
 *
 * @param play what the kit does
 * @param outcomes the acceptable ones, the canonical first
 */
public record ClientCase(CaseHeader header, ClientPlay play, List<ClientOutcome> outcomes)
    implements Case {

  /** Copies the list. */
  public ClientCase {
    outcomes = List.copyOf(outcomes);
  }

  @Override
  public Role role() {
    return Role.CLIENT;
  }

  @Override
  public String stimulusText() {
    return ScriptText.of(play.program()) + play.inWords();
  }

  @Override
  public String substance() {
    return (header.slow() ? "slow " : "")
        + header.level()
        + " "
        + header.needs()
        + "\n"
        + ScriptText.of(play.program())
        + play.inWords()
        + outcomes;
  }

  /** Begins the description of a case. */
  public static Builder client(String code, String id) {
    return new Builder(code, id);
  }

  /** Describes a case; {@link #build()} last. */
  public static final class Builder extends CaseHeaderBuilder<Builder> {
    private final Map<String, Route> routes = new TreeMap<>();
    private OpenOptions options = OpenOptions.none();
    private final List<Reaction> reactions = new ArrayList<>();
    private Until until = new Until.Requests(1);
    private boolean silence;
    private long controlRetryMillis = 100;
    private final List<ClientOutcome> outcomes = new ArrayList<>();
    private final List<ClientPlay.OtherSource> others = new ArrayList<>();

    private Builder(String code, String id) {
      super(code, id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The n-th request to the source's own URL gets the n-th script; later ones get 204. */
    public Builder answers(Script... scripts) {
      return route("", Route.of(scripts));
    }

    /** What a path gets: the empty one is the source's own URL, others begin with a slash. */
    public Builder route(String subPath, Route route) {
      routes.put(subPath, route);
      return this;
    }

    /** How the source is opened. Each option needs its capability: the kit adds the need. */
    public Builder options(OpenOptions newOptions) {
      options = newOptions;
      return needs(newOptions.capabilities().toArray(String[]::new));
    }

    /** One more source, opened behind the case's own. */
    public Builder beside(String name, String subPath) {
      others.add(new ClientPlay.OtherSource(name, subPath));
      return this;
    }

    /** What the kit does when something has happened. */
    public Builder when(Trigger trigger, Deed deed) {
      reactions.add(new Reaction(trigger, deed));
      return this;
    }

    /** What has to have happened for the case to be over. */
    public Builder until(Until newUntil) {
      until = newUntil;
      return this;
    }

    /** The case is over with an event whose data is {@code data}, or when the target gave up. */
    public Builder untilEvent(String data) {
      return until(Until.any(new Until.EventSeen(data), new Until.GaveUp()));
    }

    /**
     * The case is about what must not happen afterwards: the kit goes on watching until a second
     * source of the same target, treated well, has reconnected twice since.
     */
    public Builder thenSilence() {
      silence = true;
      return this;
    }

    /** The same, where the second source has to wait for {@code millis} each time. */
    public Builder thenSilence(long millis) {
      controlRetryMillis = millis;
      return thenSilence();
    }

    /** The canonical outcome: all of these hold. */
    public Builder expect(ClientExpectation... expectations) {
      outcomes.add(new ClientOutcome("canonical", Arrays.asList(expectations)));
      return this;
    }

    /** Another acceptable outcome: all of these hold. */
    public Builder or(String name, ClientExpectation... expectations) {
      outcomes.add(new ClientOutcome(name, Arrays.asList(expectations)));
      return this;
    }

    /** Where all of these hold, there is nothing to judge. */
    public Builder notApplicableWhere(ClientExpectation... expectations) {
      return or(ClientOutcome.NOT_APPLICABLE, expectations);
    }

    /** The case. */
    public ClientCase build() {
      if (outcomes.isEmpty() || !routes.containsKey("")) {
        throw new IllegalStateException(header().code() + ": no answer or no outcome was said");
      }
      return new ClientCase(
          header(),
          new ClientPlay(
              new Program(routes), options, reactions, until, silence, controlRetryMillis, others),
          outcomes);
    }
  }
}
