package dev.ssespec.cases;

import java.util.List;
import java.util.stream.Collectors;

/** What a text on the wire may be. */
public sealed interface Wording {
  /** In words, for people. */
  String inWords();

  /** This text, so many times. */
  record Exactly(String text, int times) implements Wording {
    @Override
    public String inWords() {
      return Emission.quote(text) + (times == 1 ? "" : " × " + times);
    }
  }

  /** These parts in this order; between them nothing, or anything that ends no line. */
  record Joined(List<String> parts) implements Wording {
    /** Copies the list. */
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String inWords() {
      return parts.stream()
          .map(Emission::quote)
          .collect(Collectors.joining(" and ", "on one line ", ""));
    }
  }

  /** Anything: the case did not ask for it. */
  record Anything() implements Wording {
    @Override
    public String inWords() {
      return "any";
    }
  }

  /** This text. */
  static Wording exactly(String text) {
    return new Exactly(text, 1);
  }

  /** Anything at all. */
  static Wording anything() {
    return new Anything();
  }
}
