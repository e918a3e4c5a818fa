package dev.ssespec.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes down what a source says, a line for each call, and can wait for a line. */
final class Heard implements EventSourceListener {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Consumer<String> reaction;

  Heard() {
    this(line -> {});
  }

  /** With something to be done inside each call, after it is written down. */
  Heard(Consumer<String> reaction) {
    this.reaction = reaction;
  }

  @Override
  public void open() {
    hear("open");
  }

  @Override
  public void message(MessageEvent event) {
    hear(event.type() + "|" + event.data() + "|" + event.lastEventId());
  }

  @Override
  public void error(ReadyState state, String reason) {
    hear("error " + state);
  }

  @Override
  public void comment(String text) {
    hear(":" + text);
  }

  private void hear(String line) {
    lines.add(line);
    reaction.accept(line);
  }

  /** What was said up to that line. */
  List<String> until(String last) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    do {
      String line = lines.poll(20, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no \"" + last + "\" after " + heard);
      }
      heard.add(line);
    } while (!heard.get(heard.size() - 1).equals(last));
    return heard;
  }

  /** What was said and not yet asked for. */
  List<String> rest() {
    return List.copyOf(lines);
  }
}
