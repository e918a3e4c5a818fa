package dev.ssespec.property;

import dev.ssespec.parser.EventStreamWriter;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.parser.WriteResult;
import dev.ssespec.property.Letter.Part;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Tries events that the reference writer encodes. */
final class WritingExperiment implements Experiment<Letter> {
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\n ");

  private final Abilities abilities;

  WritingExperiment(Abilities abilities) {
    this.abilities = abilities;
  }

  @Override
  public List<Letter> draw(Random random) {
    var dice = new Dice(random);
    List<Letter> letters = new ArrayList<>();
    for (int event = dice.below(3); event >= 0; event--) {
      letters.addAll(event(letters.size(), dice));
    }
    if (abilities.chunks() && dice.percent(50)) {
      letters.add(new Letter(letters.size(), Part.CHUNKS, 1 + dice.below(6)));
    }
    return letters;
  }

  private static List<Letter> event(int number, Dice dice) {
    List<Letter> letters = new ArrayList<>();
    if (dice.percent(15)) {
      spell(letters, number, Part.COMMENT, Pieces.text(dice));
    }
    if (dice.percent(15)) {
      spell(letters, number, Part.RETRY, Integer.toString(dice.below(100_000)));
    }
    if (dice.percent(40)) {
      spell(letters, number, Part.ID, dice.percent(15) ? "" : Pieces.text(dice));
    }
    if (letters.isEmpty() || dice.percent(90)) {
      if (dice.percent(40)) {
        spell(letters, number, Part.TYPE, Pieces.text(dice));
      }
      spell(letters, number, Part.DATA, data(dice));
    }
    return letters;
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
    var stream = new ByteArrayOutputStream();
    for (List<Letter> one : byEvent(parts)) {
      OutgoingEvent event = outgoing(one);
      if (!(EventStreamWriter.write(event) instanceof WriteResult.Written written)) {
        return Optional.empty();
      }
      events.add(event);
      stream.writeBytes(written.bytes());
    }
    var feed = new Feed(chunks(stream.toByteArray(), parts), true);
    return Optional.of(new Trial(List.of(feed), WrittenEvents.note(events)));
  }

  private static Iterable<List<Letter>> byEvent(List<Letter> parts) {
    var events = new TreeMap<Integer, List<Letter>>();
    for (Letter letter : parts) {
      if (letter.part() != Part.CHUNKS) {
        events.computeIfAbsent(letter.event(), any -> new ArrayList<>()).add(letter);
      }
    }
    return events.values();
  }

  /** The event that some letters spell. */
  static OutgoingEvent outgoing(List<Letter> letters) {
    OutgoingEvent event = OutgoingEvent.empty();
    for (Part part : letters.stream().map(Letter::part).distinct().toList()) {
      var text = new StringBuilder();
      letters.stream()
          .filter(letter -> letter.part() == part && letter.codePoint() != Letter.PRESENT)
          .forEach(letter -> text.appendCodePoint(letter.codePoint()));
      event =
          switch (part) {
            case DATA -> event.withData(text.toString());
            case TYPE -> event.withType(text.toString());
            case ID -> event.withId(text.toString());
            case RETRY -> text.isEmpty() ? event : event.withRetry(Long.parseLong(text.toString()));
            case COMMENT -> event.withComment(text.toString());
            case CHUNKS -> event;
          };
    }
    return event;
  }

  private static List<byte[]> chunks(byte[] stream, List<Letter> parts) {
    int size =
        parts.stream()
            .filter(letter -> letter.part() == Part.CHUNKS)
            .mapToInt(Letter::codePoint)
            .findFirst()
            .orElse(Math.max(1, stream.length));
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < stream.length; from += size) {
      chunks.add(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + size)));
    }
    return chunks.isEmpty() ? List.of(stream) : chunks;
  }

  @Override
  public List<Letter> simpler(Letter letter) {
    boolean text = letter.part() != Part.CHUNKS && letter.codePoint() != Letter.PRESENT;
    int simple = letter.part() == Part.RETRY ? '1' : 'a';
    return text && letter.codePoint() != simple
        ? List.of(new Letter(letter.event(), letter.part(), simple))
        : List.of();
  }
}
