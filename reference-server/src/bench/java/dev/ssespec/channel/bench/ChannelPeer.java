package dev.ssespec.channel.bench;

import dev.ssespec.channel.Answer;
import dev.ssespec.channel.Asked;
import dev.ssespec.channel.Channel;
import dev.ssespec.channel.ServerOptions;
import dev.ssespec.channel.Site;
import dev.ssespec.channel.StreamServer;
import dev.ssespec.parser.OutgoingEvent;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Jetty;

/** Our own server. */
final class ChannelPeer {
  private ChannelPeer() {}

  /** Listens, and says where. */
  public static void main(String[] args) throws InterruptedException {
    Channel channel =
        Channel.open(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
    AtomicInteger number = new AtomicInteger();
    Site site =
        Site.builder()
            .get(
                "/stream",
                asked -> Answer.stream(channel.join(asked.lastEventId(), how -> List.of())))
            .get(
                "/publish",
                asked -> {
                  String padding = "x".repeat(intOf(asked, "bytes"));
                  for (int i = intOf(asked, "events"); i > 0; i--) {
                    channel.publish(
                        OutgoingEvent.ofData(Payload.of(number.incrementAndGet(), padding)));
                  }
                  return Answer.text(200, "0");
                })
            .get("/memory", asked -> Answer.text(200, Long.toString(Payload.heapInUse())))
            .build();
    StreamServer server = StreamServer.start(ServerOptions.DEFAULT, site);
    System.out.println(server.uri().getPort() + " ssespec, Jetty " + Jetty.VERSION);
    // Its threads end with the process, which is ended from outside.
    Thread.currentThread().join();
  }

  private static int intOf(Asked asked, String name) {
    return Integer.parseInt(asked.param(name).orElse("0"));
  }
}
