package dev.ssespec.judge;

import dev.ssespec.cases.Fate;
import dev.ssespec.cases.Wording;
import dev.ssespec.cases.Words;
import dev.ssespec.parser.Event;
import dev.ssespec.parser.Interpretation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whether what arrived is what some fates say. Used once, by one thread. */
final class FateCheck {
  private final Interpretation meaning;
  private final List<String> retries;
  private final List<String> answers;
  private final boolean ended;
  private final Words words;
  private int events;
  private int comments;
  private int times;

  /**
   * A check.
   *
   * @param retries the values of the retry fields that are not of the server's own accord
   * @param answers {@code sent} or {@code refused} for each value
   * @param ended whether the stream ended behind the values
   */
  FateCheck(
      Interpretation meaning,
      List<String> retries,
      List<String> answers,
      boolean ended,
      Words words) {
    this.meaning = meaning;
    this.retries = retries;
    this.answers = answers;
    this.ended = ended;
    this.words = words;
  }

  /** Whether every fate came true, and nothing else happened. */
  boolean holds(List<Fate> fates) {
    boolean mayEnd = false;
    for (int i = 0; i < fates.size(); i++) {
      Fate fate = fates.get(i);
      boolean refused = answers.get(i).equals("refused");
      boolean mayBeEither = fate instanceof Fate.EndsStream;
      if ((refused != fate instanceof Fate.Refused && !mayBeEither) || !cameTrue(fate)) {
        return false;
      }
      mayEnd = mayEnd || mayBeEither;
    }
    return events == meaning.events().size() && times == retries.size() && ended == mayEnd;
  }

  private boolean cameTrue(Fate fate) {
    if (fate instanceof Fate.Arrives arrives) {
      return events < meaning.events().size()
          && is(meaning.events().get(events++), arrives)
          && retry(arrives.retry());
    }
    if (fate instanceof Fate.Counts counts) {
      return matches(counts.id(), meaning.lastEventId(), words) && retry(counts.retry());
    }
    if (fate instanceof Fate.Comments some) {
      return some.lines().stream().allMatch(this::commented);
    }
    return true;
  }

  private boolean is(Event event, Fate.Arrives arrives) {
    return matches(arrives.type(), event.type(), words)
        && matches(arrives.data(), event.data(), words)
        && matches(arrives.id(), event.lastEventId(), words);
  }

  private boolean retry(Optional<Fate.Millis> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    if (times >= retries.size() || !retries.get(times).matches("[0-9]{1,400}")) {
      return false;
    }
    var number = new BigInteger(retries.get(times++));
    return number.compareTo(wanted.get().least()) >= 0
        && wanted.get().most().map(most -> number.compareTo(most) <= 0).orElse(true);
  }

  /** Comments of the server's own may stand anywhere between. */
  private boolean commented(Wording wording) {
    while (comments < meaning.comments().size()) {
      String text = meaning.comments().get(comments++);
      if (matches(wording, text, words)
          || (text.startsWith(" ") && matches(wording, text.substring(1), words))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is as some wording says. */
  static boolean matches(Wording wording, String text, Words words) {
    if (wording instanceof Wording.Exactly exactly) {
      String unit = words.fill(exactly.text());
      return text.length() == unit.length() * exactly.times()
          && text.equals(unit.repeat(exactly.times()));
    }
    if (wording instanceof Wording.Joined joined) {
      return isJoined(joined.parts().stream().map(words::fill).toList(), text);
    }
    return true;
  }

  private static boolean isJoined(List<String> parts, String text) {
    String lastPart = parts.get(parts.size() - 1);
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return text.startsWith(parts.get(0)) && text.endsWith(lastPart);
  }
}
