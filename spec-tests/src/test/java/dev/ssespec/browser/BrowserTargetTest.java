package dev.ssespec.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Plug;
import dev.ssespec.run.RunOptions;
import dev.ssespec.run.Runner;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTargetTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final int ROOM = 3;

  /** An event, a reconnection with an id, silence after 204, refused connections, a close. */
  private static final Set<String> SOME =
      Set.of("C-001", "C-020", "C-050", "C-053", "C-060", "C-061", "C-065", "C-110", "C-127");

  private static final PretendedBrowser.Mischief NONE = browser -> {};

  @Test
  void aRunThroughThePageIsARunLikeAnyOther() {
    try (var target = target()) {
      assertThat(bad(target, new PretendedBrowser(false, NONE), SOME)).isEmpty();
      assertThat(target.remarks()).isEmpty();
    }
  }

  @Test
  void postsMayArriveInAnyOrderAndMoreThanOnce() {
    try (var target = target()) {
      assertThat(bad(target, new PretendedBrowser(true, NONE), SOME)).isEmpty();
      assertThat(target.remarks()).isEmpty();
    }
  }

  @Test
  void garbageIsCountedAndTheRunGoesOn() {
    PretendedBrowser.Mischief garbage =
        browser -> {
          browser.send("said/1", "no message");
          browser.send("said/1", "{\"from\":999999999999,\"messages\":[{}]}");
          browser.send("said/1", "{\"from\":-1,\"messages\":[{}]}");
          browser.send("said/1", "{\"messages\":[7]}");
          browser.send("said/77", "{\"from\":0,\"messages\":[]}");
          browser.send("elsewhere", "{}");
          browser.send("/said/1", "not below the page's own path, and so not counted");
        };
    try (var target = target()) {
      assertThat(bad(target, new PretendedBrowser(false, garbage), SOME)).isEmpty();
      assertThat(target.remarks())
          .startsWith("The page's address received ")
          .endsWith(" requests that are no message; the first one: said/1 no message");
    }
  }

  @Test
  void nobodyIsAnsweredWhoDoesNotKnowTheAddress() throws Exception {
    try (var target = target()) {
      HttpClient http = HttpClient.newHttpClient();
      var wrong = target.url().resolve("/" + "0".repeat(32) + "/");

      assertThat(status(http, target.url())).isEqualTo(200);
      assertThat(status(http, wrong)).isEqualTo(404);
      assertThat(status(http, target.url().resolve("/"))).isEqualTo(404);
    }
  }

  private static int status(HttpClient http, URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aBodyLongerThanAnyMessageIsRefusedUnread() throws Exception {
    try (var target = target();
        var socket = new Socket(target.url().getHost(), target.url().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST "
              + target.url().getPath()
              + "said/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();

      byte[] answer = socket.getInputStream().readNBytes(12);

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
      assertThat(target.remarks())
          .isEqualTo(
              "The page's address received a request that is no message; the first one: a body of"
                  + " more than 64 MiB");
    }
  }

  @Test
  void aBrowserThatNeverComesIsToldInASentence() {
    try (var target = target()) {
      var nobody = new OpenedByHand(page -> {});

      assertThatThrownBy(() -> target.starter(nobody, Duration.ofMillis(1)).start(new Deaf()))
          .isInstanceOf(Link.StartException.class)
          .hasMessage("The browser never asked for the page within 0 s.");
    }
  }

  @Test
  void aPageWhoseScriptDoesNotRunIsToldInASentence() {
    try (var target = target()) {
      var looksOnly =
          new OpenedByHand(
              page -> {
                try {
                  status(HttpClient.newHttpClient(), page);
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThatThrownBy(() -> target.starter(looksOnly, Duration.ofMillis(1)).start(new Deaf()))
          .isInstanceOf(Link.StartException.class)
          .hasMessage(
              "The browser asked for the page, but the page's script never spoke within 0 s.");
    }
  }

  @Test
  void aPageThatIsOpenedAnewTakesTheOldOnesPlace() throws Exception {
    try (var target = target()) {
      var browser = new PretendedBrowser(false, NONE);
      var deaf = new Deaf();
      Link link = target.starter(browser, PATIENT).start(deaf);

      browser.join();

      assertThat(deaf.gone.get(60, TimeUnit.SECONDS)).isEqualTo("the page was opened anew");
      link.kill();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chromium, Chromium 156.0.8078.79 built on Debian, CHROMIUM",
    "google-chrome, Google Chrome 150.0.1, CHROMIUM",
    "firefox-esr, Mozilla Firefox 153.7.0esr, FIREFOX",
    "MiniBrowser, '', WEBKIT",
    "anything, WebKitGTK 2.50.6, WEBKIT"
  })
  void aBrowserIsKnownByItsVersion(String program, String version, BrowserKind kind) {
    assertThat(BrowserKind.of(java.nio.file.Path.of(program), version)).contains(kind);
  }

  @Test
  void anotherProgramIsNoBrowser() {
    assertThat(BrowserKind.of(java.nio.file.Path.of("curl"), "curl 8.0")).isEmpty();
  }

  static BrowserTarget target() {
    return new BrowserTarget(loopback(), ROOM);
  }

  private static Inet4Address loopback() {
    try {
      return (Inet4Address) InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The records that are not good, of the cases with those codes. */
  static List<String> bad(BrowserTarget target, Opener opener, Set<String> codes) {
    List<Case> cases =
        Catalogue.whole().of(Role.CLIENT).stream()
            .filter(one -> codes.contains(one.header().code()))
            .toList();
    assertThat(cases).hasSameSizeAs(codes);
    var plug =
        new Plug(
            Role.CLIENT,
            target.starter(opener, PATIENT),
            "",
            List.of(),
            Optional.of(target.venue()));
    List<String> bad = new ArrayList<>();
    try (var runner = new Runner(plug, new RunOptions(5, ROOM, PATIENT))) {
      runner.run(
          cases,
          new RunListener() {
            @Override
            public synchronized void judged(CaseRecord judged) {
              if (judged.verdict() == Verdict.FAIL || judged.verdict() == Verdict.INCONCLUSIVE) {
                bad.add(judged.code() + " " + judged.reason());
              }
            }
          });
    }
    return bad;
  }

  private static final class Deaf implements Link.Ear {
    private final CompletableFuture<String> gone = new CompletableFuture<>();

    @Override
    public void said(ObjectNode message) {}

    @Override
    public void noise(String line) {}

    @Override
    public void gone(String how) {
      gone.complete(how);
    }
  }
}
