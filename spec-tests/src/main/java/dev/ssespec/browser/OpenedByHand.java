package dev.ssespec.browser;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somebody opens the page in a browser of theirs.
 *
 * @param tell shows them where it is
 */
public record OpenedByHand(Consumer<URI> tell) implements Opener {
  @Override
  public Opened open(URI page) {
    tell.accept(page);
    return new Opened() {
      @Override
      public Optional<String> ended() {
        return Optional.empty();
      }

      @Override
      public String log() {
        return "";
      }

      @Override
      public void end() {
        // Theirs to close.
      }
    };
  }

  @Override
  public Optional<Identity> identity() {
    return Optional.empty();
  }
}
