package dev.ssespec.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One visit of the page, in one browser. */
final class BrowserLink implements Link {
  /** A page that asks for nothing for so long is gone; it asks anew at least every 15 s. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofMillis(250);

  private final Visit visit;
  private final Opener opener;
  private final Opener.Opened browser;
  private final BrowserTarget target;
  private final Ear ear;
  private final AtomicBoolean gone = new AtomicBoolean();

  private BrowserLink(
      Visit visit, Opener opener, Opener.Opened browser, BrowserTarget target, Ear ear) {
    this.visit = visit;
    this.opener = opener;
    this.browser = browser;
    this.target = target;
    this.ear = ear;
  }

  /**
   * Brings the page before the browser, and waits until its script speaks.
   *
   * @throws StartException if it does not within {@code patience}
   */
  static BrowserLink start(BrowserTarget target, Opener opener, Duration patience, Ear ear) {
    Opener.Opened browser = opener.open(target.url());
    try {
      Visit visit = await(target.host(), browser, patience);
      var link = new BrowserLink(visit, opener, browser, target, ear);
      visit.inbox().attach(link::said);
      target.current(link);
      link.watch();
      return link;
    } catch (StartException e) {
      browser.end();
      throw e;
    }
  }

  private static Visit await(PageHost host, Opener.Opened browser, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        Optional<Visit> visit = host.claim(TICK);
        if (visit.isPresent()) {
          return visit.get();
        }
        Optional<String> ended = browser.ended();
        if (ended.isPresent()) {
          throw new StartException(
              "The browser was gone before it asked for the page: " + ended.get() + tail(browser));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("The wait for the browser was interrupted.");
    }
    String what =
        host.wasAsked()
            ? "The browser asked for the page, but the page's script never spoke within "
            : "The browser never asked for the page within ";
    throw new StartException(what + patience.toSeconds() + " s." + tail(browser));
  }

  private static String tail(Opener.Opened browser) {
    String log = browser.log().strip();
    return log.isEmpty()
        ? ""
        : "\nIts log ends with:\n" + log.substring(Math.max(0, log.length() - 1200));
  }

  private void said(ObjectNode message) {
    if (message.path("op").asText().equals("hello")) {
      opener
          .identity()
          .ifPresent(
              who ->
                  message
                      .withObject("/target")
                      .put("name", who.name())
                      .put("version", who.version()));
    }
    ear.said(message);
  }

  private void watch() {
    var thread =
        new Thread(
            () -> {
              try {
                while (!gone.get()) {
                  Thread.sleep(TICK.toMillis());
                  ending().ifPresent(this::gone);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ssespec-browser-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<String> ending() {
    if (!visit.over().isEmpty()) {
      return Optional.of(visit.over());
    }
    if (visit.silentFor(SILENCE)) {
      return Optional.of("the page has asked for nothing for " + SILENCE.toSeconds() + " s");
    }
    return browser.ended();
  }

  private void gone(String how) {
    if (!gone.getAndSet(true)) {
      visit.end(how);
      browser.end();
      ear.gone(how);
    }
  }

  @Override
  public void tell(ObjectNode message) {
    visit.outbox().add(message);
  }

  @Override
  public String log() {
    String remarks = target.remarks();
    return remarks.isEmpty() ? browser.log() : browser.log() + "\n" + remarks;
  }

  @Override
  public boolean dismiss() {
    visit.outbox().add(Json.message("over").put("outcome", target.outcome()));
    boolean left = visit.outbox().awaitDelivery(FAREWELL);
    gone("the run is over");
    return left;
  }

  @Override
  public void kill() {
    gone("it was ended");
  }
}
