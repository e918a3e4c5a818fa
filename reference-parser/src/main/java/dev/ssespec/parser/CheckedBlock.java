package dev.ssespec.parser;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link GrammarChecker} keeps of the block that it is in. */
final class CheckedBlock {

  /** The fields that mean something. */
  enum Field {
    DATA,
    EVENT,
    ID,
    RETRY
  }

  private final Set<Field> seen = EnumSet.noneOf(Field.class);
  private @Nullable Place start;
  private @Nullable Place lost;
  private @Nullable Place event;

  /** Notes a line of any kind. */
  void line(Place place) {
    if (start == null) {
      start = place;
    }
  }

  /** Notes a field; false where the block has it already. */
  boolean field(Field field, Place place) {
    if (field != Field.RETRY && lost == null) {
      lost = place;
    }
    if (field == Field.EVENT && event == null) {
      event = place;
    }
    return seen.add(field);
  }

  /** Where the first line is; null in a block without one. */
  @Nullable Place start() {
    return start;
  }

  /** Where the first line is that is lost without a blank line after the block. */
  @Nullable Place lost() {
    return lost;
  }

  /** Where an event type is named in vain. */
  @Nullable Place eventWithoutData() {
    return seen.contains(Field.DATA) ? null : event;
  }
}
