package dev.ssespec.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.client.TrustedCertificate;
import dev.ssespec.report.TranscriptEntry.Kind;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A server that the target was told to start. What is told and said goes into the transcript of
 * whoever uses it at the time. Safe for all threads.
 */
final class ToldServer {
  /** Frameworks take longer to start a server than to answer: so many times what an answer may. */
  private static final int STARTING = 6;

  private static final AtomicLong IDS = new AtomicLong();

  /** Of a longer message only the beginning is written down: the case says what the rest was. */
  private static final int LONG = 16 * 1024;

  private final Adapter adapter;
  private final String id = "s" + IDS.incrementAndGet();
  private final Object inOrder = new Object();
  private final Map<Integer, String> answers = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private volatile Transcript transcript;
  private volatile boolean quiet;
  private String url = "";
  private String httpTwoUrl = "";
  private String caFile = "";
  private String ending = "";
  private int told;
  private int answered;
  private int connected;
  private int disconnected;
  private boolean ended;

  private ToldServer(Adapter adapter, Transcript transcript) {
    this.adapter = adapter;
    this.transcript = transcript;
  }

  /** Tells the target to start a server, and waits until it says where that listens. */
  static ToldServer start(Adapter adapter, Transcript transcript, Duration timeout) {
    var server = new ToldServer(adapter, transcript);
    adapter.converse(server.id, server::hear);
    server.tell(Json.message("start").put("id", server.id));
    server.await(one -> !one.url.isEmpty(), timeout.multipliedBy(STARTING));
    return server;
  }

  /** Where it listens. */
  synchronized Optional<URI> uri() {
    try {
      return problem().isEmpty() ? Optional.of(URI.create(url)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * These options with where it speaks HTTP/2, and what it is trusted by there; without, where it
   * names nothing that can be used.
   */
  synchronized EndpointOptions withHttpTwo(EndpointOptions options) {
    try {
      URI there = URI.create(httpTwoUrl);
      if (there.getHost() == null || !InetAddress.getByName(there.getHost()).isLoopbackAddress()) {
        return options;
      }
      EndpointOptions speaking = options.speakingHttpTwo(there);
      return caFile.isEmpty()
          ? speaking
          : speaking.trusting(TrustedCertificate.in(Path.of(caFile)));
    } catch (IllegalArgumentException | IOException e) {
      transcript.add(Kind.NOTE, "HTTP/2 cannot be asked for: " + e.getMessage());
      return options;
    }
  }

  /** Why it cannot be talked to, as a clause; empty where it can. */
  synchronized String problem() {
    if (!ending.isEmpty()) {
      return "the target died: " + ending;
    }
    if (url.isEmpty()) {
      return "the target never said where its server listens";
    }
    try {
      URI uri = URI.create(url);
      boolean good = "http".equals(uri.getScheme()) && uri.getHost() != null;
      return !good
          ? "the target's server is at no http URL: " + url
          : InetAddress.getByName(uri.getHost()).isLoopbackAddress()
              ? ""
              : "the target's server is on another machine: " + url;
    } catch (IllegalArgumentException | UnknownHostException e) {
      return "the target's server is at no http URL: " + url;
    }
  }

  /** Writes down from now on what passes in this transcript. */
  void use(Transcript other) {
    transcript = other;
  }

  /** From now on, sends and their answers are counted but not written down. */
  void goQuiet() {
    quiet = true;
  }

  /** Tells it to send something; returns the number of the order. */
  int send(ObjectNode content) {
    return send(seq -> content);
  }

  /** Tells it to send something that depends on the number of the order, and returns that. */
  int send(IntFunction<ObjectNode> content) {
    synchronized (inOrder) {
      int seq = ++told;
      ObjectNode message = Json.message("send").put("id", id).put("seq", seq);
      message.setAll(content.apply(seq));
      if (quiet) {
        adapter.tell(message);
      } else {
        tell(message);
      }
      return seq;
    }
  }

  /** Tells it to end every open response. */
  void end() {
    tell(Json.message("end").put("id", id));
  }

  /** Tells it to stop listening; whether it does is of no interest here. */
  void stop() {
    if (adapter.alive()) {
      adapter.tell(Json.message("stop").put("id", id));
    }
    adapter.leave(id);
  }

  private void tell(ObjectNode message) {
    transcript.add(Kind.TOLD, shortened(message));
    adapter.tell(message);
  }

  private static String shortened(ObjectNode message) {
    String data = message.path("event").path("data").asText();
    if (data.length() <= LONG) {
      return message.toString();
    }
    ObjectNode copy = message.deepCopy();
    copy.withObject("/event").put("data", data.substring(0, 64) + "… " + data.length() + " long");
    return copy.toString();
  }

  private void hear(Heard heard) {
    if (heard instanceof Heard.Said said) {
      hear(said.message());
    } else if (heard instanceof Heard.Noise noise) {
      transcript.add(Kind.NOISE, noise.text());
    } else if (heard instanceof Heard.Gone away) {
      transcript.add(Kind.EXITED, away.how());
      LogNote.add(transcript, adapter);
      synchronized (this) {
        ending = away.how();
      }
    }
    wake();
  }

  private void hear(ObjectNode message) {
    String op = message.path("op").asText();
    if (!quiet || !op.equals("sent")) {
      transcript.add(Kind.SAID, message.toString());
    }
    synchronized (this) {
      switch (op) {
        case "listening" -> {
          url = message.path("url").asText();
          httpTwoUrl = message.path("http2Url").asText(url);
          caFile = message.path("caFile").asText();
        }
        case "sent", "refused" -> answers.put(message.path("seq").asInt(), op);
        case "unsupported" -> answers.put(message.path("seq").asInt(told), op);
        case "ended" -> ended = true;
        case "connected" -> connected++;
        case "disconnected" -> {
          if (gone.add(message.path("connection").asText())) {
            disconnected++;
          }
        }
        default -> {}
      }
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Waits until the condition holds; false where the time was over, or the target died, first. */
  synchronized boolean await(Predicate<ToldServer> condition, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!condition.test(this)) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0 || !ending.isEmpty()) {
        return false;
      }
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Whether every order up to this one was answered. */
  synchronized boolean answered(int through) {
    while (answered < through && answers.containsKey(answered + 1)) {
      answered++;
    }
    return answered >= through;
  }

  /** How many orders were answered. */
  synchronized int answers() {
    return answers.size();
  }

  /** Whether it said that every open response was ended. */
  synchronized boolean hasEnded() {
    return ended;
  }

  /** How many connections it told of. */
  synchronized int connected() {
    return connected;
  }

  /** How many connections it said are gone. */
  synchronized int disconnected() {
    return disconnected;
  }

  /** The target that it belongs to. */
  Adapter adapter() {
    return adapter;
  }
}
