package dev.ssespec.cli;

import dev.ssespec.browser.BrowserKind;
import dev.ssespec.browser.BrowserProgram;
import dev.ssespec.browser.BrowserTarget;
import dev.ssespec.browser.OpenedByHand;
import dev.ssespec.browser.Opener;
import dev.ssespec.cases.Role;
import dev.ssespec.report.ExitCode;
import dev.ssespec.run.Plug;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A run against a browser's EventSource. */
final class BrowserRun {
  /** A browser that is starting, on a busy machine. */
  private static final Duration START = Duration.ofSeconds(60);

  /** Somebody who walks over to another machine. */
  private static final Duration BY_HAND = Duration.ofMinutes(15);

  private static final String LOOPBACK = "127.0.0.1";

  private BrowserRun() {}

  /** Starts the browser at {@code name}, a path or a name on the path. */
  static ExitCode of(RunFlags flags, String name) {
    BrowserProgram program = BrowserProgram.of(name);
    if (program.kind() == BrowserKind.CHROMIUM && BrowserProgram.isRoot()) {
      System.out.println("Run by root: the browser is started with --no-sandbox.");
    }
    int most = program.kind().room();
    int room = Math.min(flags.parallel(most), most);
    return play(flags, address(LOOPBACK), room, program, START, List.of("--browser", name));
  }

  /** Waits for somebody to open the page. */
  static ExitCode byHand(RunFlags flags, Optional<String> bind) {
    Opener opener =
        new OpenedByHand(
            page -> System.out.println("Open this page in the browser to be tested: " + page));
    List<String> options =
        bind.map(a -> List.of("--browser-page", "--bind", a)).orElse(List.of("--browser-page"));
    int room = Math.min(flags.parallel(BrowserKind.UNKNOWN_ROOM), BrowserKind.UNKNOWN_ROOM);
    return play(flags, address(bind.orElse(LOOPBACK)), room, opener, BY_HAND, options);
  }

  private static String launcher() {
    return System.getProperty("ssespec.launcher", "./ssespec") + " client";
  }

  private static ExitCode play(
      RunFlags flags,
      Inet4Address address,
      int room,
      Opener opener,
      Duration patience,
      List<String> options) {
    try (var target = new BrowserTarget(address, room)) {
      var plug =
          new Plug(
              Role.CLIENT,
              target.starter(opener, patience),
              launcher(),
              options,
              List.of(),
              Optional.of(target.venue()));
      ExitCode exit = new TestRun(flags, System.out).hearing(target.progress()).run(plug);
      if (!target.remarks().isEmpty()) {
        System.out.println(target.remarks());
      }
      return exit;
    }
  }

  private static Inet4Address address(String text) {
    try {
      InetAddress address = InetAddress.getByName(text);
      if (address instanceof Inet4Address four
          && !address.isAnyLocalAddress()
          && NetworkInterface.getByInetAddress(address) != null) {
        return four;
      }
    } catch (UnknownHostException | SocketException e) {
      throw new UsageException(text + " is no address: " + e.getMessage());
    }
    throw new UsageException(
        "--bind wants an IPv4 address of this machine by which the other one reaches it, not "
            + text
            + ".");
  }
}
