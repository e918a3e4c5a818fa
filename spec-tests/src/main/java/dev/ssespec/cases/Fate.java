package dev.ssespec.cases;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may become of one {@link Emission}: what the server answers, and what a client sees. */
public sealed interface Fate {
  /** In words, for people. */
  String inWords();

  /**
   * A reconnection time.
   *
   * @param least the smallest good one
   * @param most the largest good one; empty where there is none
   */
  record Millis(BigInteger least, Optional<BigInteger> most) {
    /** Exactly so many. */
    public static Millis exactly(String digits) {
      var number = new BigInteger(digits);
      return new Millis(number, Optional.of(number));
    }

    /** So many or more. */
    public static Millis atLeast(String digits) {
      return new Millis(new BigInteger(digits), Optional.empty());
    }
  }

  /**
   * Taken, and an event is dispatched.
   *
   * @param retry the reconnection time that comes with it; empty where the case does not look at it
   */
  record Arrives(Wording type, Wording data, Wording id, Optional<Millis> retry) implements Fate {
    @Override
    public String inWords() {
      return "an event of type "
          + type.inWords()
          + " with data "
          + data.inWords()
          + (id instanceof Wording.Anything ? "" : " and last event ID " + id.inWords())
          + retry.map(r -> " and a reconnection time of " + Fate.inWords(r)).orElse("");
    }
  }

  /** Taken, and no event is dispatched, but the fields count. */
  record Counts(Wording id, Optional<Millis> retry) implements Fate {
    @Override
    public String inWords() {
      return "no event"
          + (id instanceof Wording.Anything ? "" : ", and the last event ID " + id.inWords())
          + retry.map(r -> ", and a reconnection time of " + Fate.inWords(r)).orElse("");
    }
  }

  /** Taken, and these comments come, and nothing else. */
  record Comments(List<Wording> lines) implements Fate {
    /** Copies the list. */
    public Comments {
      lines = List.copyOf(lines);
    }

    @Override
    public String inWords() {
      return lines.stream().map(Wording::inWords).collect(Collectors.joining(", ", "comment ", ""));
    }
  }

  /** Refused, and nothing of it on the wire. */
  record Refused() implements Fate {
    @Override
    public String inWords() {
      return "refused, and nothing of it on the wire";
    }
  }

  /** Taken, and nothing of it on the wire. */
  record Dropped() implements Fate {
    @Override
    public String inWords() {
      return "taken, and nothing of it on the wire";
    }
  }

  /** Nothing of it on the wire, and the stream ends. */
  record EndsStream() implements Fate {
    @Override
    public String inWords() {
      return "nothing of it on the wire, and the stream ends";
    }
  }

  private static String inWords(Millis millis) {
    return (millis.most().isPresent() ? "" : "at least ") + millis.least() + " ms";
  }
}
