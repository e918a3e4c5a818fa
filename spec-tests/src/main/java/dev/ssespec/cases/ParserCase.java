package dev.ssespec.cases;

import dev.ssespec.parser.Event;
import dev.ssespec.report.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes in, events out.
 *
 * @param stream the bytes, with placeholders ({@link Words})
 * @param replayed whether the stream means the same with each LF as CRLF or as CR, so that the kit
 *     sends it with those too
 * @param cuts offsets at which the stream is cut into chunks; empty: the kit tries whole, byte by
 *     byte, and each single split
 * @param end whether the stream ends behind its last byte; without it the case is about what has to
 *     be out while the stream stays open. A stream that ends is also left open behind each event
 * @param outcomes the acceptable ones, the canonical first
 */
public record ParserCase(
    CaseHeader header,
    Bytes stream,
    boolean replayed,
    List<Integer> cuts,
    boolean end,
    List<Expected> outcomes)
    implements Case {

  /** More bytes than that tell a person nothing. */
  private static final int SHOWN = 400;

  /** Copies the lists. */
  public ParserCase {
    cuts = List.copyOf(cuts);
    outcomes = List.copyOf(outcomes);
  }

  @Override
  public Role role() {
    return Role.PARSER;
  }

  /** Whether all acceptable outcomes have the same events, and differ in other things alone. */
  public boolean hasFixedEvents() {
    return outcomes.stream().map(Expected::events).distinct().count() == 1;
  }

  @Override
  public String stimulusText() {
    String bytes =
        stream.length() <= SHOWN
            ? stream.escaped()
            : stream.slice(0, SHOWN).escaped() + "… (" + stream.length() + " bytes)";
    return bytes + (end ? " then the end of the stream" : " and the stream stays open");
  }

  @Override
  public String substance() {
    return header.level()
        + " "
        + header.needs()
        + " "
        + stream.base64()
        + " "
        + replayed
        + cuts
        + end
        + " "
        + outcomes;
  }

  /** Begins the description of a case. */
  public static Builder parser(String code, String id) {
    return new Builder(code, id);
  }

  /** An event of type {@code message} while no id has been seen. */
  public static Event message(String data) {
    return new Event("message", data, "");
  }

  /** An event of type {@code message}. */
  public static Event message(String data, String lastEventId) {
    return new Event("message", data, lastEventId);
  }

  /** An event of any type while no id has been seen. */
  public static Event typed(String type, String data) {
    return new Event(type, data, "");
  }

  /** Describes a case; {@link #build()} last. */
  public static final class Builder extends CaseHeaderBuilder<Builder> {
    private byte[] stream = new byte[0];
    private boolean replayed = true;
    private final List<Integer> cuts = new ArrayList<>();
    private boolean end = true;
    private final List<Expected> outcomes = new ArrayList<>();

    private Builder(String code, String id) {
      super(code, id);
    }

    @Override
    Builder self() {
      return this;
    }

    /** The whole stream; LF line ends are replayed as CRLF and CR unless {@link #asIs()}. */
    public Builder stream(String text) {
      stream = Escaped.bytes(text);
      return this;
    }

    /** The stream in just these chunks, and in no others. */
    public Builder chunks(String... texts) {
      var whole = new java.io.ByteArrayOutputStream();
      for (String text : texts) {
        if (whole.size() > 0 || text.isEmpty()) {
          cuts.add(whole.size());
        }
        whole.writeBytes(Escaped.bytes(text));
      }
      stream = whole.toByteArray();
      return needs("chunks").asIs();
    }

    /** The line ends are what the case is about: no replay with others. */
    public Builder asIs() {
      replayed = false;
      return this;
    }

    /** The stream stays open behind its last byte. */
    public Builder open() {
      end = false;
      return needs("events-before-eof");
    }

    /** The canonical outcome: these events, in this order. */
    public Builder expect(Event... events) {
      outcomes.add(Expected.ofEvents("canonical", Arrays.asList(events)));
      return this;
    }

    /** The canonical outcome: no event. */
    public Builder expectNothing() {
      return expect();
    }

    /** Another acceptable outcome. */
    public Builder or(String name, Event... events) {
      outcomes.add(Expected.ofEvents(name, Arrays.asList(events)));
      return this;
    }

    /** In the outcome named last: the reconnection time at the end. */
    public Builder retry(Expected.Retry retry) {
      Expected last = outcomes.remove(outcomes.size() - 1);
      outcomes.add(
          new Expected(
              last.name(), last.events(), Optional.of(retry), last.comments(), last.lastEventId()));
      return this;
    }

    /** In the outcome named last: the comments, each as everything after its colon. */
    public Builder comments(String... comments) {
      Expected last = outcomes.remove(outcomes.size() - 1);
      outcomes.add(
          new Expected(
              last.name(),
              last.events(),
              last.retry(),
              Optional.of(List.of(comments)),
              last.lastEventId()));
      return this;
    }

    /** In the outcome named last: the last event ID string at the end. */
    public Builder lastEventId(String lastEventId) {
      Expected last = outcomes.remove(outcomes.size() - 1);
      outcomes.add(
          new Expected(
              last.name(), last.events(), last.retry(), last.comments(), Optional.of(lastEventId)));
      return this;
    }

    /** The case. */
    public ParserCase build() {
      if (outcomes.isEmpty()) {
        throw new IllegalStateException(header().code() + ": no outcome was said");
      }
      return new ParserCase(header(), Bytes.of(stream), replayed, cuts, end, outcomes);
    }
  }
}
