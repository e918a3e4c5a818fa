package dev.ssespec.cli;

import dev.ssespec.report.ExitCode;
import dev.ssespec.report.TargetInfo;
import dev.ssespec.run.EndpointOptions;
import dev.ssespec.target.Adapter;
import dev.ssespec.target.Heard;
import dev.ssespec.target.Json;
import dev.ssespec.target.Link;
import dev.ssespec.target.ProcessLink;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A target folder whose program starts a server that emits on its own: the kit watches it. */
final class WatchedTarget {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofSeconds(6);

  private WatchedTarget() {}

  static ExitCode run(TargetFile target, RunFlags flags) {
    try (Adapter adapter =
        Adapter.start(ProcessLink.of(target.run(), target.folder()), "server", START)) {
      URI uri = listening(adapter);
      TargetInfo info = adapter.hello().target();
      EndpointOptions options = EndpointOptions.of(uri).lasting(WATCH, flags.timeout(5));
      return new WatchedEndpoint(options, flags, info).run();
    }
  }

  private static URI listening(Adapter adapter) {
    var url = new CompletableFuture<String>();
    adapter.converse(
        "s1",
        heard -> {
          if (heard instanceof Heard.Said said && said.message().has("url")) {
            url.complete(said.message().path("url").asText());
          } else if (heard instanceof Heard.Gone gone) {
            url.completeExceptionally(new IllegalStateException(gone.how()));
          }
        });
    adapter.tell(Json.message("start").put("id", "s1"));
    try {
      return URI.create(url.get(START.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new Link.StartException("The server never said where it listens: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Link.StartException("The wait for the server was interrupted.");
    }
  }
}
