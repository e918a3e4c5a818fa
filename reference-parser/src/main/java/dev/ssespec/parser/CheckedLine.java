package dev.ssespec.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link GrammarChecker} keeps of the line that it is in: the first bytes of its name, and
 * where the first of each thing stands that some field must not hold. Of constant size.
 */
final class CheckedLine {

  /** Names are told apart by fewer bytes, and nobody wants to read more in a message. */
  private static final int NAME_SHOWN = 40;

  private final long number;
  private final long start;
  private long length;
  private long column;
  private long characterStart;
  private int lead;
  private int index;

  private final byte[] name = new byte[NAME_SHOWN];
  private long nameLength;
  private boolean nameEnded;
  private long afterColon;
  private long valueLength;
  private boolean onlySpaces = true;
  private long digits;

  private @Nullable Place malformed;
  private @Nullable Place nul;
  private @Nullable Place control;
  private @Nullable Place notDigit;

  CheckedLine(long number, long start) {
    this.number = number;
    this.start = start;
  }

  void add(int b) {
    countCharacter(b);
    if (nameEnded) {
      addToValue(b);
    } else if (b == ':') {
      nameEnded = true;
    } else {
      if (nameLength < NAME_SHOWN) {
        name[(int) nameLength] = (byte) b;
      }
      nameLength++;
    }
    onlySpaces &= b == ' ' || b == '\t';
    length++;
  }

  /** Steps through UTF-8, so that a column is a character and not a byte. */
  private void countCharacter(int b) {
    if (index > 0) {
      if (Utf8Sequences.continues(lead, index, b)) {
        index = index == Utf8Sequences.more(lead) ? 0 : index + 1;
        return;
      }
      noteMalformed();
    }
    column++;
    characterStart = start + length;
    lead = b;
    index = 0;
    if (b >= 0x80) {
      if (Utf8Sequences.more(b) == 0) {
        noteMalformed();
      } else {
        index = 1;
      }
    }
  }

  private void noteMalformed() {
    if (malformed == null) {
      malformed = new Place(number, column, characterStart);
    }
  }

  private void addToValue(int b) {
    if (afterColon++ == 0 && b == ' ') {
      return; // it is left out of the value
    }
    valueLength++;
    Place here = null;
    if (b == 0 && nul == null) {
      nul = here = here();
    }
    if ((b < ' ' || b == 0x7F) && b != '\t' && b != 0 && control == null) {
      control = here = here();
    }
    if (b >= '0' && b <= '9') {
      digits = Math.min(Integer.MAX_VALUE + 1L, digits * 10 + b - '0');
    } else if (notDigit == null) {
      notDigit = here == null ? here() : here;
    }
  }

  private Place here() {
    return new Place(number, column, characterStart);
  }

  /** The line has ended, perhaps inside a character. */
  void end() {
    if (index > 0) {
      noteMalformed();
      index = 0;
    }
  }

  boolean isEmpty() {
    return length == 0;
  }

  boolean isComment() {
    return nameEnded && nameLength == 0;
  }

  boolean isOnlySpaces() {
    return onlySpaces;
  }

  /** The name, or its first bytes and an ellipsis. */
  String name() {
    int shown = (int) Math.min(nameLength, NAME_SHOWN);
    return new String(name, 0, shown, UTF_8) + (nameLength > shown ? "…" : "");
  }

  boolean isValueEmpty() {
    return valueLength == 0;
  }

  /** The number that the value is where all of it is digits; at most one above the largest int. */
  long number() {
    return digits;
  }

  Place place() {
    return new Place(number, 1, start);
  }

  @Nullable Place malformed() {
    return malformed;
  }

  @Nullable Place nul() {
    return nul;
  }

  @Nullable Place control() {
    return control;
  }

  @Nullable Place notDigit() {
    return notDigit;
  }
}
