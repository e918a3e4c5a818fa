package dev.ssespec.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunHeader;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Totals;
import dev.ssespec.report.Verdict;
import dev.ssespec.run.Venue;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import java.net.Inet4Address;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A browser as a client under test.
 *
 * <ol>
 *   <li>The constructor serves the page, and an origin for each case at a time; each origin has a
 *       frame, since a page can open sources at its own origin alone.
 *   <li>{@link #starter} brings the page before a browser. The page joins, loads the frames, and
 *       says hello.
 *   <li>From then on it is a target like others: messages go out by long poll, what the sources
 *       report comes back in numbered posts.
 *   <li>{@link #close} takes all of it down.
 * </ol>
 *
 * <p>The page's address holds 128 random bits; whoever does not know it is answered with 404.
 */
public final class BrowserTarget implements AutoCloseable {
  private final Lanes lanes;
  private final PageHost host;
  private volatile Optional<Link> current = Optional.empty();
  private volatile String outcome = "";

  /**
   * Serves the page.
   *
   * @param address where this machine listens, and by which the browser knows it
   * @param room how many cases are played at a time
   */
  public BrowserTarget(Inet4Address address, int room) {
    lanes = new Lanes(address, room);
    host = new PageHost(address, lanes.frames());
  }

  /** Where the page is. */
  public URI url() {
    return host.url();
  }

  /** Where the cases are played. */
  public Venue venue() {
    return lanes;
  }

  /**
   * Starts browsers.
   *
   * @param patience how long one may take until the page's script speaks
   */
  public Link.Starter starter(Opener opener, Duration patience) {
    return ear -> BrowserLink.start(this, opener, patience, ear);
  }

  /** What else came to the page's address, in a sentence; empty where nothing did. */
  public String remarks() {
    return host.remarks();
  }

  /** Shows the page how the run goes. */
  public RunListener progress() {
    return new Progress();
  }

  PageHost host() {
    return host;
  }

  String outcome() {
    return outcome;
  }

  void current(Link link) {
    current = Optional.of(link);
  }

  @Override
  public void close() {
    host.close();
    lanes.close();
  }

  private final class Progress implements RunListener {
    private final List<CaseRecord> records = new ArrayList<>();
    private int planned;
    private int good;
    private int bad;

    @Override
    public void began(RunHeader header, int count) {
      planned = count;
    }

    @Override
    public void judged(CaseRecord record) {
      records.add(record.withTranscript(List.of()));
      good += isGood(record.verdict()) ? 1 : 0;
      bad += record.verdict() == Verdict.FAIL ? 1 : 0;
      ObjectNode message =
          Json.message("progress")
              .put("planned", planned)
              .put("judged", records.size())
              .put("good", good)
              .put("bad", bad);
      current.ifPresent(link -> link.tell(message));
    }

    private static boolean isGood(Verdict verdict) {
      return verdict == Verdict.PASS || verdict == Verdict.NON_STRICT || verdict == Verdict.INFO;
    }

    @Override
    public void ended(boolean complete) {
      String headline = Totals.of(records).headline();
      outcome = complete ? headline : "Stopped early: " + headline;
    }
  }
}
