package dev.ssespec.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.peer.SoundClient;
import dev.ssespec.target.Json;
import dev.ssespec.target.JvmClientLink;
import dev.ssespec.target.Link;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Speaks the page's side of the protocol around the reference client, and does before each post
 * what a test wants it to do.
 */
final class PretendedBrowser implements Opener {
  /** What is done before each post. */
  interface Mischief {
    /** Does it. */
    void at(PretendedBrowser browser) throws IOException, InterruptedException;
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final SoundClient client = new SoundClient();
  private final Mischief mischief;
  private final boolean backwards;
  private final BlockingQueue<ObjectNode> said = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile URI page = URI.create("http://unknown.invalid/");
  private volatile boolean ended;

  /**
   * A browser.
   *
   * @param backwards whether what is there is posted last message first, and each one twice
   */
  PretendedBrowser(boolean backwards, Mischief mischief) {
    this.backwards = backwards;
    this.mischief = mischief;
  }

  URI page() {
    return page;
  }

  @Override
  public Opened open(URI url) {
    page = url;
    int visit = join();
    Link link = JvmClientLink.of(SoundClient.INFO, client).start(new Ears());
    start(() -> listen(visit, link));
    start(() -> post(visit));
    return new Opened() {
      @Override
      public Optional<String> ended() {
        return Optional.empty();
      }

      @Override
      public String log() {
        return "";
      }

      @Override
      public void end() {
        ended = true;
        threads.forEach(Thread::interrupt);
        link.kill();
        client.close();
      }
    };
  }

  @Override
  public Optional<Identity> identity() {
    return Optional.of(new Identity("pretended", "1"));
  }

  private void start(Runnable body) {
    var thread = new Thread(body, "pretended-browser");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Joins the run; returns the number of the visit. */
  int join() {
    try {
      return message(send("join", "{}")).path("visit").asInt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Posts anything to a path below the page's; returns the answer. */
  HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(page.resolve(path)).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static ObjectNode message(HttpResponse<String> response) {
    return Json.parse(response.body()).orElseGet(Json::object);
  }

  private void listen(int visit, Link link) {
    long heard = 0;
    try {
      while (!ended) {
        ObjectNode answer = message(send("next/" + visit, "{\"from\":" + heard + "}"));
        for (var one : answer.path("messages")) {
          heard++;
          String op = one.path("op").asText();
          if (!op.equals("progress") && !op.equals("over")) {
            link.tell((ObjectNode) one);
          }
        }
      }
    } catch (IOException e) {
      // The run is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(int visit) {
    long next = 0;
    try {
      while (!ended) {
        List<ObjectNode> some = new ArrayList<>(List.of(said.take()));
        said.drainTo(some);
        mischief.at(this);
        List<String> bodies = new ArrayList<>();
        for (ObjectNode one : some) {
          bodies.add("{\"from\":" + next++ + ",\"messages\":[" + one + "]}");
        }
        if (backwards) {
          Collections.reverse(bodies);
          bodies.addAll(List.copyOf(bodies));
        }
        for (String body : bodies) {
          send("said/" + visit, body);
        }
      }
    } catch (IOException e) {
      // The run is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Ears implements Link.Ear {
    @Override
    public void said(ObjectNode message) {
      said.add(message);
    }

    @Override
    public void noise(String line) {}

    @Override
    public void gone(String how) {}
  }
}
