package dev.ssespec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractClientTest {
  private final Path folder;

  ContractClientTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Outcome client(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of("client", "--report", folder + "/r"));
    all.addAll(List.of(words));
    return Outcome.of(all.toArray(String[]::new));
  }

  private void isUsageError(String sentence, String... words) {
    Outcome outcome = client(words);

    assertThat(outcome.err()).containsExactly("ssespec: " + sentence);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void aCommandAloneDoesNotSayWhereTheServiceAnswers() {
    isUsageError(
        "--contract-command starts a service of which --contract-url says where it answers: both "
            + "are needed.",
        "--contract-command",
        "true");
  }

  @Test
  void anAdapterAndAServiceExcludeEachOther() {
    isUsageError(
        "Say one of CMD, --contract-url, --browser and --browser-page.",
        "--contract-url",
        "http://127.0.0.1:8000",
        "--",
        "x");
  }

  @Test
  void anotherSchemeIsNoUse() {
    isUsageError(
        "--contract-url is no use: it must look like http://127.0.0.1:8000; it was ftp://127.0.0.1/.",
        "--contract-url",
        "ftp://127.0.0.1/");
  }

  @Test
  void anotherMachineIsNoUse() {
    isUsageError(
        "--contract-url is no use: the service has to run on this machine: what it connects and "
            + "posts to listens on loopback alone; it was http://192.0.2.1:8000.",
        "--contract-url",
        "http://192.0.2.1:8000");
  }

  @Test
  void aServiceThatExitsAtOnceCannotBeStarted() throws IOException {
    String url;
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + port.getLocalPort();
    }

    Outcome outcome = client("--contract-url", url, "--contract-command", "echo no way; exit 3");

    assertThat(outcome.err())
        .containsExactly(
            "ssespec: The service was gone before it answered.", "Its log ends with:", "no way");
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void whatListensAlreadyIsNotTakenForTheServiceThatWasToBeStarted() throws IOException {
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + port.getLocalPort();

      Outcome outcome = client("--contract-url", url, "--contract-command", "true");

      assertThat(outcome.err())
          .containsExactly(
              "ssespec: Something listens on port "
                  + port.getLocalPort()
                  + " already, so the service cannot be started there. End it, or leave the "
                  + "command out to test what runs there.");
      assertThat(outcome.code()).isEqualTo(4);
    }
  }

  @Test
  void theCommandLineOfARunNamesTheService() {
    assertThat(
            ContractOptions.words(
                java.net.URI.create("http://127.0.0.1:8000/"), java.util.Optional.of("node x.js")))
        .containsExactly(
            "--contract-url", "http://127.0.0.1:8000/", "--contract-command", "node x.js");
  }
}
