package dev.ssespec.property;

import dev.ssespec.cases.Law;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.property.Letter.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Tries events that a server is told to send: those of a stream, or hostile ones. */
public final class EmissionExperiment implements Experiment<Letter> {
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\n ");
  private static final List<String> INJECTIONS =
      List.of("\n", "\r", "\r\n", "\n\n", "\r\r", "\ndata: x", "\rid: x", "\r\n\r\ndata: x\n\n");

  private final boolean hostile;
  private final Set<String> capabilities;

  EmissionExperiment(boolean hostile, Set<String> capabilities) {
    this.hostile = hostile;
    this.capabilities = Set.copyOf(capabilities);
  }

  /**
   * The experiment for a law of emitting.
   *
   * @param capabilities which parts of an event the target can send
   */
  public static Experiment<?> of(Law law, Set<String> capabilities) {
    return switch (law) {
      case EMITTED -> new EmissionExperiment(false, capabilities);
      case CONTAINED -> new EmissionExperiment(true, capabilities);
      case ANY_STREAM,
          ANY_BYTES,
          CHUNKING,
          COMMENT,
          UNKNOWN_FIELD,
          WRITTEN,
          ANY_CONNECTIONS,
          ANY_BYTES_OVER_CONNECTIONS ->
          throw new IllegalArgumentException("Not a law of emitting: " + law);
    };
  }

  @Override
  public List<Letter> draw(Random random) {
    var dice = new Dice(random);
    List<Letter> letters = new ArrayList<>();
    for (int event = dice.below(3); event >= 0; event--) {
      draw(letters, letters.size(), dice);
    }
    return letters;
  }

  private void draw(List<Letter> letters, int number, Dice dice) {
    if (capabilities.contains("comment") && dice.percent(hostile ? 30 : 10)) {
      spell(letters, number, Part.COMMENT, oneLine(dice));
      return;
    }
    // What data may hold is the other law's matter.
    spell(letters, number, Part.DATA, hostile ? dice.of(Pieces.PLAIN) : data(dice));
    if (capabilities.contains("type") && dice.percent(40)) {
      spell(letters, number, Part.TYPE, oneLine(dice));
    }
    if (capabilities.contains("id") && dice.percent(40)) {
      spell(letters, number, Part.ID, oneLine(dice));
    }
    if (capabilities.contains("retry") && dice.percent(15)) {
      spell(letters, number, Part.RETRY, Integer.toString(1 + dice.below(100_000)));
    }
  }

  private String oneLine(Dice dice) {
    String text = Pieces.text(dice);
    return hostile && dice.percent(60)
        ? text + dice.of(INJECTIONS) + (dice.percent(50) ? Pieces.text(dice) : "")
        : text;
  }

  private static String data(Dice dice) {
    var data = new StringBuilder(dice.percent(10) ? "" : Pieces.text(dice));
    while (dice.percent(30)) {
      data.append(dice.of(LINE_ENDS)).append(dice.percent(30) ? "" : Pieces.text(dice));
    }
    return data.toString();
  }

  private static void spell(List<Letter> letters, int event, Part part, String text) {
    letters.add(new Letter(event, part, Letter.PRESENT));
    text.codePoints().forEach(c -> letters.add(new Letter(event, part, c)));
  }

  @Override
  public Optional<Trial> trial(List<Letter> parts) {
    List<OutgoingEvent> events = new ArrayList<>();
    var byEvent = new TreeMap<Integer, List<Letter>>();
    for (Letter letter : parts) {
      byEvent.computeIfAbsent(letter.event(), any -> new ArrayList<>()).add(letter);
    }
    for (List<Letter> one : byEvent.values()) {
      OutgoingEvent event = WritingExperiment.outgoing(one);
      if (!isFair(event)) {
        return Optional.empty();
      }
      events.add(event);
    }
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new Trial(List.of(), WrittenEvents.note(events)));
  }

  /** U+0000, and what is empty, have cases of their own; so have events without data. */
  private boolean isFair(OutgoingEvent event) {
    boolean something = event.comment().isPresent() || event.data().isPresent();
    return something
        && isFair(event.type())
        && isFair(event.id())
        && isFair(event.comment())
        && event.data().map(this::isFairData).orElse(true);
  }

  /** Nor does what is made smaller fall into the other law's matter. */
  private boolean isFairData(String data) {
    return data.indexOf('\0') < 0 && !(hostile && (data.isEmpty() || data.startsWith(" ")));
  }

  private boolean isFair(Optional<String> oneLine) {
    return oneLine
        .map(
            text ->
                !text.isEmpty()
                    && text.indexOf('\0') < 0
                    && (hostile || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0)))
        .orElse(true);
  }

  @Override
  public List<Letter> simpler(Letter letter) {
    boolean text = letter.codePoint() != Letter.PRESENT;
    int simple = letter.part() == Part.RETRY ? '1' : 'a';
    return text && letter.codePoint() != simple
        ? List.of(new Letter(letter.event(), letter.part(), simple))
        : List.of();
  }
}
