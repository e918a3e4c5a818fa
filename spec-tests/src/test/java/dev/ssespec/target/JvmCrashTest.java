package dev.ssespec.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.parser.OutgoingEvent;
import dev.ssespec.report.TargetInfo;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a library in this JVM throws is told at once, whatever it is. */
class JvmCrashTest {
  private static final TargetInfo INFO = TargetInfo.named("mine");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Link.Ear ear =
      new Link.Ear() {
        @Override
        public void said(ObjectNode message) {
          heard.add(message.toString());
        }

        @Override
        public void noise(String line) {
          heard.add(line);
        }

        @Override
        public void gone(String how) {
          heard.add("gone: " + how);
        }
      };

  @ParameterizedTest
  @ValueSource(
      classes = {
        AssertionError.class,
        StackOverflowError.class,
        OutOfMemoryError.class,
        IllegalStateException.class,
      })
  void aParserThatThrowsHasFailed(Class<? extends Throwable> thrown) throws Exception {
    ParserTarget target =
        (chunks, end) -> {
          throw anyway(thrown);
        };

    try (Link link = JvmParserLink.of(INFO, target).start(ear)) {
      link.tell(Json.message("parse").put("id", "p"));

      assertThat(next())
          .isEqualTo("{\"op\":\"failed\",\"id\":\"p\",\"error\":\"" + thrown.getName() + "\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AssertionError.class, IllegalStateException.class})
  void aClientThatThrowsIsGone(Class<? extends Throwable> thrown) throws Exception {
    ClientTarget target =
        (options, events) -> {
          throw anyway(thrown);
        };

    try (Link link = JvmClientLink.of(INFO, target).start(ear)) {
      link.tell(Json.message("open").put("id", "c").put("url", "http://127.0.0.1:1/"));

      assertThat(next()).isEqualTo("gone: open threw " + thrown.getName());
    }
  }

  @Test
  void aSourceThatCannotBeClosedIsGone() throws Exception {
    ClientTarget target =
        (options, events) ->
            () -> {
              throw new AssertionError("never");
            };

    try (Link link = JvmClientLink.of(INFO, target).start(ear)) {
      link.tell(Json.message("open").put("id", "c").put("url", "http://127.0.0.1:1/"));
      link.tell(Json.message("open").put("id", "left").put("url", "http://127.0.0.1:1/"));
      link.tell(Json.message("close").put("id", "c"));

      assertThat(next()).isEqualTo("gone: close threw java.lang.AssertionError: never");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "end", "stop"})
  void aServerThatThrowsIsGone(String op) throws Exception {
    try (Link link = JvmServerLink.of(INFO, events -> new Throwing()).start(ear)) {
      link.tell(Json.message("start").put("id", "s"));
      assertThat(next())
          .isEqualTo("{\"op\":\"listening\",\"id\":\"s\",\"url\":\"http://127.0.0.1:1/\"}");
      link.tell(Json.message(op).put("id", "s").put("seq", 1));

      assertThat(next()).isEqualTo("gone: " + op + " threw java.lang.AssertionError: " + op);
    }
  }

  @Test
  void aServerThatCannotBeStartedIsGone() throws Exception {
    ServerTarget target =
        events -> {
          throw new AssertionError("no port");
        };

    try (Link link = JvmServerLink.of(INFO, target).start(ear)) {
      link.tell(Json.message("start").put("id", "s"));

      assertThat(next()).isEqualTo("gone: start threw java.lang.AssertionError: no port");
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
  }

  private static Error anyway(Class<? extends Throwable> thrown) {
    try {
      Throwable made = thrown.getDeclaredConstructor().newInstance();
      if (made instanceof RuntimeException exception) {
        throw exception;
      }
      return (Error) made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Throwing implements ServerTarget.Running {
    @Override
    public URI uri() {
      return URI.create("http://127.0.0.1:1/");
    }

    @Override
    public void send(OutgoingEvent event) {
      throw new AssertionError("send");
    }

    @Override
    public void end() {
      throw new AssertionError("end");
    }

    @Override
    public void stop() {
      throw new AssertionError("stop");
    }
  }
}
