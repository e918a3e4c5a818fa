package dev.ssespec.playground;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssespec.channel.Patience;
import dev.ssespec.channel.StreamReader;
import dev.ssespec.client.WireClient;
import dev.ssespec.client.WireExchange;
import dev.ssespec.http.HeaderField;
import dev.ssespec.server.NothingLeftOver;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeftOver.class)
class PlaygroundTest {
  private static final PlaygroundOptions OPTIONS = PlaygroundOptions.on("jdbc:h2:mem:");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/?[a-z./-]+)\"");

  private static WireExchange get(URI url) throws InterruptedException {
    return new WireClient().exchange(url, StreamReader.get(url, ""), Duration.ofSeconds(30));
  }

  @Test
  void everyPageHasWhatItLeadsTo() throws SQLException, InterruptedException {
    try (Playground playground = Playground.start(OPTIONS)) {
      Set<URI> known = new LinkedHashSet<>(playground.streams().values());
      Deque<URI> open = new ArrayDeque<>(List.of(playground.uri()));
      List<String> pages = new ArrayList<>();
      while (!open.isEmpty()) {
        URI url = open.pop();
        if (known.add(url)) {
          pages.add(url.getPath());
          open.addAll(linksOf(url));
        }
      }
      Collections.sort(pages);
      assertThat(pages)
          .containsExactly(
              "/",
              "/cinema",
              "/cinema.js",
              "/classroom",
              "/classroom.js",
              "/counter",
              "/counter.js",
              "/demo.css",
              "/demo.js",
              "/messenger",
              "/messenger.js",
              "/ticker",
              "/ticker.js");
    }
  }

  private static List<URI> linksOf(URI url) throws InterruptedException {
    WireExchange page = get(url);
    assertThat(page.head().orElseThrow().status()).as(url.toString()).isEqualTo(200);
    return LINK.matcher(new String(page.body(), UTF_8))
        .results()
        .map(link -> url.resolve(link.group(1)))
        .toList();
  }

  @Test
  void aPageMayNeitherRunNorLoadAnythingOfOthers() throws SQLException, InterruptedException {
    try (Playground playground = Playground.start(OPTIONS)) {
      String policy =
          get(playground.uri()).head().orElseThrow().fields().stream()
              .filter(field -> field.isNamed("Content-Security-Policy"))
              .map(HeaderField::value)
              .findFirst()
              .orElse("");
      assertThat(policy).startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    }
  }

  @Test
  void itsEndIsTheEndOfEveryStreamInOrder() throws SQLException, InterruptedException {
    Playground playground = Playground.start(OPTIONS);
    List<StreamReader> readers =
        playground.streams().values().stream().map(StreamReader::open).toList();
    Patience.until(() -> playground.openStreams() == 5);
    playground.close();
    for (StreamReader reader : readers) {
      assertThat(reader.untilEnd()).endsWith("Ended");
    }
    assertThat(playground.openStreams()).isZero();
  }

  @Test
  void leavesNothingBehindWhereItCannotStart() throws SQLException {
    try (Playground playground = Playground.start(OPTIONS)) {
      PlaygroundOptions taken = OPTIONS.at("127.0.0.1", playground.uri().getPort());
      assertThatThrownBy(() -> Playground.start(taken).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("cannot listen on 127.0.0.1:");
      assertThatThrownBy(() -> Playground.start(PlaygroundOptions.on("jdbc:nothing:x")).close())
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> Playground.start(OPTIONS.withSpeed(0)).close())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
