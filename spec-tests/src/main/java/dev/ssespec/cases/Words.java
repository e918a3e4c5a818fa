package dev.ssespec.cases;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The random parts of a case's payload. A placeholder is a lower-case letter in braces, <code>{a}
 * </code>; it stands for three random letters or digits, so that no length changes when it is
 * filled in. The same seed and case give the same words, which is how a recording can be judged
 * again.
 */
public final class Words {
  private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyz023456789";

  private final String[] words = new String[26];

  private Words() {
    for (int i = 0; i < words.length; i++) {
      words[i] = "{" + (char) ('a' + i) + "}";
    }
  }

  private Words(Random random) {
    for (int i = 0; i < words.length; i++) {
      var word = new StringBuilder(3);
      for (int k = 0; k < 3; k++) {
        word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      words[i] = word.toString();
    }
  }

  /** The words of one case in one run. */
  public static Words of(long seed, String code) {
    return new Words(new Random(seed * 31 + code.hashCode()));
  }

  /** No words: every placeholder stands for itself, as in streams that are generated as a whole. */
  public static Words none() {
    return new Words();
  }

  /** {@code text} with every placeholder filled in. */
  public String fill(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    var out = new StringBuilder(text);
    for (int i = 0; i + 2 < out.length(); i++) {
      if (isPlaceholder(out.charAt(i), out.charAt(i + 1), out.charAt(i + 2))) {
        out.replace(i, i + 3, words[out.charAt(i + 1) - 'a']);
      }
    }
    return out.toString();
  }

  /** {@code bytes} with every placeholder filled in; a new array. */
  public byte[] fill(byte[] bytes) {
    byte[] out = bytes.clone();
    for (int i = 0; i + 2 < out.length; i++) {
      if (isPlaceholder((char) out[i], (char) out[i + 1], (char) out[i + 2])) {
        byte[] word = words[out[i + 1] - 'a'].getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(word, 0, out, i, 3);
      }
    }
    return out;
  }

  private static boolean isPlaceholder(char open, char letter, char close) {
    return open == '{' && letter >= 'a' && letter <= 'z' && close == '}';
  }
}
