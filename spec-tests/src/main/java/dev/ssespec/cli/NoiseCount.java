package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.List;

/** A starter that takes down what the target prints that is no message. */
final class NoiseCount implements Link.Starter {
  private static final int KEPT = 3;

  private final Link.Starter starter;
  private final List<String> lines = new ArrayList<>();

  NoiseCount(Link.Starter starter) {
    this.starter = starter;
  }

  @Override
  public Link start(Link.Ear ear) {
    return starter.start(
        new Link.Ear() {
          @Override
          public void said(ObjectNode message) {
            ear.said(message);
          }

          @Override
          public void noise(String line) {
            add(line);
            ear.noise(line);
          }

          @Override
          public void gone(String how) {
            ear.gone(how);
          }
        });
  }

  private synchronized void add(String line) {
    if (lines.size() < KEPT) {
      lines.add(line);
    }
  }

  /** The first few lines. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
