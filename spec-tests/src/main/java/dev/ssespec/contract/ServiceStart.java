package dev.ssespec.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.contract.ServiceCalls.CallException;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A test service that has answered.
 *
 * @param process what was started for it; empty where it ran already
 * @param status what {@code GET /} said
 */
record ServiceStart(Optional<ServiceProcess> process, ObjectNode status) {
  private static final long PAUSE_MILLIS = 100;
  private static final int LOG_SHOWN = 2000;

  /**
   * Starts the service where there is a command for it, and asks for its status every 100 ms until
   * somebody answers.
   *
   * @param patience for how long nobody may answer
   * @throws Link.StartException if the port is taken by something else, or nobody answers in time,
   *     or the answer is none of the protocol's
   */
  static ServiceStart of(ContractTarget target, Duration patience, ServiceCalls calls) {
    Optional<ServiceProcess> process = Optional.empty();
    if (!target.command().isEmpty()) {
      refuseTakenPort(target);
      process = Optional.of(ServiceProcess.start(target.command(), target.folder()));
    }
    try {
      return new ServiceStart(process, awaitStatus(target, patience, calls, process));
    } catch (Link.StartException e) {
      process.ifPresent(ServiceProcess::kill);
      throw e;
    }
  }

  private static void refuseTakenPort(ContractTarget target) {
    var address = new InetSocketAddress(target.url().getHost(), port(target));
    try (Socket socket = new Socket()) {
      socket.connect(address, 2000);
    } catch (IOException e) {
      return;
    }
    throw new Link.StartException(
        "Something listens on port "
            + address.getPort()
            + " already, so the service cannot be started there. End it, or leave the command out "
            + "to test what runs there.");
  }

  private static int port(ContractTarget target) {
    return target.url().getPort() < 0 ? 80 : target.url().getPort();
  }

  private static ObjectNode awaitStatus(
      ContractTarget target,
      Duration patience,
      ServiceCalls calls,
      Optional<ServiceProcess> process) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return calls.status();
      } catch (CallException e) {
        boolean over = process.map(one -> !one.alive()).orElse(false);
        if (over || !e.refused() || System.nanoTime() > deadline) {
          throw new Link.StartException(
              "The service "
                  + (over
                      ? "was gone before it answered"
                      : e.refused()
                          ? "at "
                              + target.url()
                              + " did not answer within "
                              + patience.toSeconds()
                              + " s: nothing listens"
                          : "cannot be used: " + e.getMessage())
                  + "."
                  + process.map(ServiceStart::logTail).orElse(""));
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Link.StartException("The wait for the service was interrupted.");
    }
  }

  private static String logTail(ServiceProcess process) {
    String log = process.log().strip();
    return log.isEmpty()
        ? ""
        : "\nIts log ends with:\n" + log.substring(Math.max(0, log.length() - LOG_SHOWN));
  }
}
