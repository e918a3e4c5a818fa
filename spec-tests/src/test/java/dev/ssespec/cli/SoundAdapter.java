package dev.ssespec.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.peer.SoundParser;
import dev.ssespec.target.Json;
import dev.ssespec.target.JvmParserLink;
import dev.ssespec.target.Link;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The reference parser as a program that speaks the adapter protocol, for tests of the kit. */
public final class SoundAdapter {
  private SoundAdapter() {}

  /** Answers until the end of its input. */
  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Link link =
        JvmParserLink.of(SoundParser.INFO, new SoundParser())
            .start(
                new Link.Ear() {
                  @Override
                  public void said(ObjectNode message) {
                    out.println(message);
                  }

                  @Override
                  public void noise(String line) {}

                  @Override
                  public void gone(String how) {}
                });
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      link.tell(Json.parse(line).orElseThrow());
    }
    link.dismiss();
  }
}
