package dev.ssespec.run;

import dev.ssespec.cases.Catalogue;
import dev.ssespec.cases.EndpointCase;
import dev.ssespec.cases.Role;
import dev.ssespec.peer.PlainServer;
import dev.ssespec.peer.ServerTraits;
import dev.ssespec.report.CaseRecord;
import dev.ssespec.report.RunListener;
import dev.ssespec.report.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the whole catalogue against endpoints, several at a time. */
final class EndpointTrial {
  private static final int AT_A_TIME = 6;

  private EndpointTrial() {}

  static List<EndpointCase> cases() {
    return Catalogue.whole().of(Role.SERVER_URL).stream().map(EndpointCase.class::cast).toList();
  }

  /** The records of every case, for a server of these traits. */
  static List<CaseRecord> records(ServerTraits traits, Duration watch) throws InterruptedException {
    try (PlainServer server = PlainServer.start(traits)) {
      return records(
          EndpointOptions.of(server.uri())
              .lasting(watch, Duration.ofSeconds(4))
              .speakingHttpTwo(server.uri()));
    }
  }

  static List<CaseRecord> records(EndpointOptions options) throws InterruptedException {
    var run = new EndpointRun(options, cases());
    String unreachable = run.play();
    if (!unreachable.isEmpty()) {
      throw new IllegalStateException(unreachable);
    }
    List<CaseRecord> records = new ArrayList<>();
    run.judge(
        new RunListener() {
          @Override
          public void judged(CaseRecord record) {
            records.add(record);
          }
        });
    return records;
  }

  /** Code to verdict and reason of every case that found something. */
  static Map<String, String> findings(List<CaseRecord> records, Verdict... verdicts) {
    Map<String, String> findings = new TreeMap<>();
    for (CaseRecord record : records) {
      if (List.of(verdicts).contains(record.verdict())) {
        findings.put(record.code(), record.verdict().word() + ": " + record.reason());
      }
    }
    return findings;
  }

  /** Makes every trial, and keeps the order. */
  static <K, V> Map<K, V> all(Map<K, Callable<V>> trials)
      throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      Map<K, Future<V>> running = new LinkedHashMap<>();
      trials.forEach((key, trial) -> running.put(key, workers.submit(trial)));
      Map<K, V> results = new LinkedHashMap<>();
      for (Map.Entry<K, Future<V>> one : running.entrySet()) {
        results.put(one.getKey(), one.getValue().get());
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  static URI closedPort() throws java.io.IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
  }
}
