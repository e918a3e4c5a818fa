package dev.ssespec.channel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures three servers in turn and writes the table. Arguments: the folder for the table, the
 * folder of the Node sources, a working folder, the numbers of streams, separated by commas.
 */
final class FanoutReport {
  private static final int EVENT_BYTES = 100;
  private static final int WARMING_EVENTS = 200;
  private static final int SINGLE_EVENTS = 21;

  /** So many deliveries are made in one burst, whatever the number of streams. */
  private static final int BURST_DELIVERIES = 1_000_000;

  private static final int BURSTS = 3;
  private static final int MOST_BURST_EVENTS = 2_000;

  private FanoutReport() {}

  /** Runs it all. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Files.createDirectories(Path.of(args[2]));
    List<Integer> sizes = Arrays.stream(args[3].split(",", -1)).map(Integer::valueOf).toList();
    boolean node = installNode(Path.of(args[1]), work);
    List<FanoutCell> cells = new ArrayList<>();
    for (int size : sizes) {
      cells.add(measure(Peer.java(work, ChannelPeer.class), size));
      if (node) {
        cells.add(
            measure(
                Peer.start(work, List.of("node", "--expose-gc", "server.mjs")), size));
      }
      cells.add(measure(Peer.java(work, WebFluxPeer.class), size));
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.writeString(folder.resolve("server.md"), new FanoutTable(cells).markdown());
  }

  private static boolean installNode(Path sources, Path work)
      throws IOException, InterruptedException {
    for (String name : List.of("package.json", "server.mjs")) {
      Files.writeString(work.resolve(name), Files.readString(sources.resolve(name)));
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund")
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return npm.waitFor() == 0;
    } catch (IOException e) {
      System.out.println("No Node here: " + e.getMessage());
      return false;
    }
  }

  private static FanoutCell measure(Peer peer, int streams)
      throws IOException, InterruptedException {
    try (peer;
        Readers readers = new Readers(peer.port())) {
      warm(peer);
      long heapBefore = peer.heap();
      long residentBefore = peer.resident();
      long begun = System.nanoTime();
      readers.open(streams);
      double opening = seconds(begun);
      long heap = (peer.heap() - heapBefore) / streams;
      long resident = (peer.resident() - residentBefore) / streams;
      long published = 0;
      double[] single = new double[SINGLE_EVENTS];
      long singleCpu = peer.cpu();
      for (int i = 0; i < single.length; i++) {
        published++;
        single[i] = publish(peer, readers, 1, streams);
      }
      singleCpu = peer.cpu() - singleCpu;
      Arrays.sort(single);
      int events = Math.min(MOST_BURST_EVENTS, BURST_DELIVERIES / streams);
      double burst = Double.MAX_VALUE;
      double cpu = Double.MAX_VALUE;
      for (int i = 0; i < BURSTS; i++) {
        long cpuBefore = peer.cpu();
        published += events;
        burst = Math.min(burst, publish(peer, readers, events, streams));
        cpu = Math.min(cpu, (peer.cpu() - cpuBefore) / 1e9);
      }
      double deliveries = (double) events * streams;
      FanoutCell cell =
          new FanoutCell(
              peer.name(),
              streams,
              opening,
              heap,
              resident,
              single[single.length / 2] * 1000,
              single[single.length - 1] * 1000,
              singleCpu / 1e3 / SINGLE_EVENTS / streams,
              deliveries / burst,
              cpu / deliveries * 1e6,
              published * streams - readers.eventsRead(),
              readers.outOfOrder());
      System.out.println(cell);
      return cell;
    }
  }

  /** So that no code is slow only because it is run for the first time. */
  private static void warm(Peer peer) throws IOException, InterruptedException {
    try (Readers readers = new Readers(peer.port())) {
      readers.open(50);
      for (int i = 0; i < WARMING_EVENTS; i++) {
        publish(peer, readers, 5, 50);
      }
    }
  }

  /** Publishes, and reads everything; answers the seconds that both took. */
  private static double publish(Peer peer, Readers readers, int events, int streams)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Thread publisher =
        new Thread(
            () -> {
              try {
                peer.publish(events, EVENT_BYTES);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    publisher.start();
    readers.read((long) events * streams);
    double seconds = seconds(begun);
    publisher.join();
    return seconds;
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
