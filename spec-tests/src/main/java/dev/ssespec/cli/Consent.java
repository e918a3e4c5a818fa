package dev.ssespec.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import picocli.CommandLine.Option;

/**
 * Keeps the kit from endpoints that are not its user's: only loopback addresses need no consent.
 */
final class Consent {
  @Option(
      names = "--i-own-this",
      description = "The endpoint is mine to test, though it is not on this machine.")
  private boolean owned;

  /**
   * Asks on the terminal where it has to.
   *
   * @throws UsageException where the answer is not yes
   */
  void require(URI uri) {
    if (owned || isLoopback(uri)) {
      return;
    }
    System.err.print(
        uri.getHost() + " is not this machine. Is it yours to test? Type yes to go on: ");
    System.err.flush();
    var answers = new Scanner(System.in, StandardCharsets.UTF_8);
    if (!answers.hasNextLine() || !answers.nextLine().strip().equalsIgnoreCase("yes")) {
      throw new UsageException(
          "Nothing was sent. Say --i-own-this to test an endpoint that is not on this machine.");
    }
  }

  private static boolean isLoopback(URI uri) {
    try {
      return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
