package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.target.JvmParserLink;
import dev.ssespec.target.Link;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A sound parser behind an adapter that misbehaves in one way. */
final class ScriptedTarget implements Link.Starter {
  /** What the adapter does with a message that it is sent. */
  @FunctionalInterface
  interface Behaviour {
    /** Deals with one message; {@code sound} would answer it as it must be. */
    void on(ObjectNode message, Link sound, Link.Ear ear);
  }

  private final Behaviour behaviour;
  private final AtomicInteger starts = new AtomicInteger();

  ScriptedTarget(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** How often it was started. */
  int starts() {
    return starts.get();
  }

  /** The first chunk of a parse message, as text. */
  static String firstChunk(ObjectNode message) {
    byte[] bytes = Base64.getDecoder().decode(message.path("chunks").path(0).asText());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static boolean isParse(ObjectNode message) {
    return message.path("op").asText().equals("parse");
  }

  @Override
  public Link start(Link.Ear ear) {
    starts.incrementAndGet();
    Link sound = JvmParserLink.of(SoundParser.INFO, new SoundParser()).start(ear);
    return new Link() {
      @Override
      public void tell(ObjectNode message) {
        behaviour.on(message, sound, ear);
      }

      @Override
      public String log() {
        return "";
      }

      @Override
      public boolean dismiss() {
        return sound.dismiss();
      }

      @Override
      public void kill() {
        sound.kill();
        ear.gone("the process was ended");
      }
    };
  }
}
