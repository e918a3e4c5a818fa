package dev.ssespec.contract;

import dev.ssespec.report.TargetInfo;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A test service, and how to deal with it.
 *
 * @param url where it answers
 * @param command what starts it; empty where it runs already, and is left running
 * @param folder where the command is run
 * @param oneAtATime whether a single case is played at a time, as the protocol's own harness does.
 *     Then streams are also deleted in the order in which they were created: there is a service
 *     that deletes the one before
 * @param named how it is called in reports; an empty name means the one that the service gives
 */
public record ContractTarget(
    URI url, List<String> command, Path folder, boolean oneAtATime, TargetInfo named) {

  /** Copies the list. */
  public ContractTarget {
    command = List.copyOf(command);
  }

  /** A service that runs already, one case at a time. */
  public static ContractTarget at(URI url) {
    return new ContractTarget(url, List.of(), Path.of(""), true, TargetInfo.named(""));
  }

  /** The same service, started by {@code newCommand} in {@code newFolder}. */
  public ContractTarget startedBy(List<String> newCommand, Path newFolder) {
    return new ContractTarget(url, newCommand, newFolder, oneAtATime, named);
  }

  /** The same service, with one case or many at a time. */
  public ContractTarget oneAtATime(boolean newOneAtATime) {
    return new ContractTarget(url, command, folder, newOneAtATime, named);
  }

  /** The same service under another name. */
  public ContractTarget called(TargetInfo newNamed) {
    return new ContractTarget(url, command, folder, oneAtATime, newNamed);
  }

  /**
   * The address that {@code text} holds.
   *
   * @throws IllegalArgumentException if that is no address that the kit can use; the message says
   *     why
   */
  public static URI address(String text) {
    URI uri = URI.create(text);
    String host = uri.getHost();
    if (!"http".equals(lower(uri.getScheme())) || host == null) {
      throw new IllegalArgumentException("it must look like http://127.0.0.1:8000");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException("it may have no user, no query and no fragment");
    }
    if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "the service has to run on this machine: what it connects and posts to listens on "
              + "loopback alone");
    }
    return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
  }

  private static @Nullable String lower(@Nullable String scheme) {
    return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host " + host, e);
    }
  }
}
