package dev.ssespec.run;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes an endpoint send something that is quiet by itself. */
public sealed interface EndpointTrigger {
  /** As a person would type it. */
  String inWords();

  /**
   * A command line.
   *
   * @param line for {@code /bin/sh}
   */
  record Command(String line) implements EndpointTrigger {
    @Override
    public String inWords() {
      return line;
    }
  }

  /**
   * A request without a body.
   *
   * @param uri scheme http or https, with a host
   */
  record Asking(String method, URI uri) implements EndpointTrigger {
    @Override
    public String inWords() {
      return method.equals("POST") ? uri.toString() : method + " " + uri;
    }
  }

  /**
   * Reads an address, with or without a method ahead of it, or a command. An address alone is
   * posted to: whatever makes an endpoint send something changes something.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static EndpointTrigger parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("--trigger must be a command or a URL but was empty.");
    }
    Matcher address =
        Pattern.compile("(?:([A-Z]+) +)?([A-Za-z][A-Za-z0-9+.-]*://\\S*)").matcher(text.strip());
    if (!address.matches()) {
      return new Command(text);
    }
    String method = address.group(1) == null ? "POST" : address.group(1);
    return new Asking(method, uri(address.group(2)));
  }

  private static URI uri(String text) {
    try {
      URI uri = URI.create(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(sentence(text), e);
    }
    throw new IllegalArgumentException(sentence(text));
  }

  private static String sentence(String text) {
    return "--trigger takes a command, or an http or https URL with a host, but was " + text + ".";
  }
}
