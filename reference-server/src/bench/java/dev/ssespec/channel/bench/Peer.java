package dev.ssespec.channel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server in a process of its own. */
final class Peer implements AutoCloseable {
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String name;

  private Peer(Process process, int port, String name) {
    this.process = process;
    this.port = port;
    this.name = name;
  }

  /** Starts one; its first line says its port and its name. */
  static Peer start(Path folder, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("error.log").toFile())
            .start();
    String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (line == null) {
      throw new IOException("no server from " + command + ": see error.log in " + folder);
    }
    int space = line.indexOf(' ');
    return new Peer(process, Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
  }

  /** A server of this Java, on the class path of this program. */
  static Peer java(Path folder, Class<?> main) throws IOException {
    return start(
        folder,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:+UseG1GC",
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName()));
  }

  int port() {
    return port;
  }

  String name() {
    return name;
  }

  void publish(int events, int bytes) throws IOException, InterruptedException {
    ask("/publish?events=" + events + "&bytes=" + bytes);
  }

  /** Bytes on the heap after a collection. */
  long heap() throws IOException, InterruptedException {
    // Some collectors finish with the second one.
    ask("/memory");
    return Long.parseLong(ask("/memory").strip());
  }

  /** Bytes that the process has in memory, shared libraries and all. */
  long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  /** The processor time that it has taken, in nanoseconds. */
  long cpu() {
    return process.info().totalCpuDuration().map(time -> time.toNanos()).orElse(0L);
  }

  private String ask(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return http.send(
            HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
        .body();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
