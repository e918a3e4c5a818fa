package dev.ssespec.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The pages, which stand beside the classes. */
final class Resource {
  private Resource() {}

  static byte[] bytes(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
