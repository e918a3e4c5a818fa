package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers what a link says. */
final class EarWitness implements Link.Ear {
  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Override
  public void said(ObjectNode message) {
    heard.add(message.toString());
  }

  @Override
  public void noise(String line) {
    heard.add("noise: " + line);
  }

  @Override
  public void gone(String how) {
    heard.add("gone: " + how);
  }

  /** All up to and with the first that begins with {@code end}. */
  List<String> until(String end) {
    List<String> all = new ArrayList<>();
    try {
      for (String one = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          one != null;
          one = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        all.add(one);
        if (one.startsWith(end)) {
          return all;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError(end + " was never heard, but " + all);
  }
}
