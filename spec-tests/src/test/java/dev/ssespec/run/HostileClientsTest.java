package dev.ssespec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.ssespec.cases.Case;
import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.Role;
import dev.ssespec.peer.PlainClient;
import dev.ssespec.peer.PlainManner;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.Failure;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import dev.ssespec.target.ClientTarget;
import dev.ssespec.target.JvmClientLink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that do harm with their first source; what comes after it must be judged as ever. */
class HostileClientsTest {
  private static final List<String> OTHERS = List.of("C-012", "C-050", "C-065", "C-109", "C-113");

  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final ClientTarget sound = new PlainClient(PlainManner.sound());

  @AfterEach
  void end() throws IOException {
    over.set(true);
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void aFloodOfRequestsIsBoundedAndCalledAStorm() {
    Map<String, CaseRecord> records =
        run((options, ear) -> inBackground(() -> askForEver(options.url())));

    CaseRecord first = records.remove("C-001");
    assertThat(first.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(first.failure()).isEqualTo(Failure.EXTRA);
    assertThat(first.reason())
        .matches(
            "A storm: the target made 500 requests within \\d+ ms, and the kit answered no more\\.");
    assertThat(first.transcript()).hasSizeLessThan(10 * 500);
    assertThat(records.values()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void aClientThatNeverLetsGoCostsItsOwnCaseAlone() {
    Map<String, CaseRecord> records =
        run(
            (options, ear) -> {
              ask(options.url());
              return () -> {
                for (int i = 0; i < 20; i++) {
                  ask(options.url());
                }
              };
            });

    assertThat(records.remove("C-001").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(records.values()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void tenThousandConnectionsDoNotKeepOthersOut() {
    var connected = new CountDownLatch(1);
    Map<String, CaseRecord> records =
        run(
            (options, ear) -> {
              ask(options.url());
              for (int i = 1; i < connections(); i++) {
                connect(options.url(), "GET /s/");
              }
              connected.countDown();
              return () -> {};
            });

    assertThat(connected.getCount()).isZero();
    assertThat(sockets).hasSize(connections());
    assertThat(records.remove("C-001").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(records.values()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.PASS));
  }

  /** Both ends of each are in this process, whose descriptors have an end. */
  private static int connections() {
    long most =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : 4_000;
    return (int) Math.min(10_000, most / 2 - 500);
  }

  private ClientTarget.Source inBackground(Runnable work) {
    var thread = new Thread(work, "hostile");
    thread.setDaemon(true);
    thread.start();
    return () -> {};
  }

  private void askForEver(URI url) {
    while (!over.get()) {
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        socket.getOutputStream().write(head(url));
        socket.getInputStream().read();
      } catch (IOException e) {
        // A reset is the answer to too much, and no reason for a hostile client to stop.
      }
    }
  }

  private void ask(URI url) {
    connect(url, new String(head(url), StandardCharsets.US_ASCII));
  }

  private void connect(URI url, String bytes) {
    try {
      var socket = new Socket();
      sockets.add(socket);
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] head(URI url) {
    return ("GET " + url.getPath() + " HTTP/1.1\r\nHost: x\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The hostile source is that of C-001, which is played alone and first. */
  private Map<String, CaseRecord> run(ClientTarget hostile) {
    var begun = new AtomicBoolean();
    ClientTarget both =
        (options, ear) -> (begun.getAndSet(true) ? sound : hostile).open(options, ear);
    Map<String, CaseRecord> records = new TreeMap<>();
    var plug =
        new Plug(Role.CLIENT, JvmClientLink.of(PlainClient.info("hostile"), both), "", List.of());
    try (var runner = new Runner(plug, new RunOptions(7, 8, Duration.ofSeconds(5)))) {
      runner.run(cases(List.of("C-001")), collect(records));
      runner.run(cases(OTHERS), collect(records));
    }
    return records;
  }

  private static List<Case> cases(List<String> codes) {
    List<Case> cases = new ArrayList<>();
    for (Case one : Catalogue.whole().of(Role.CLIENT)) {
      if (codes.contains(one.header().code())) {
        cases.add(one);
      }
    }
    return cases;
  }

  private static RunListener collect(Map<String, CaseRecord> records) {
    return new RunListener() {
      @Override
      public synchronized void judged(CaseRecord record) {
        records.put(record.code(), record);
      }
    };
  }
}
