package dev.ssespec.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A browser's profile for one run, thrown away afterwards. */
record Profile(Path folder) {
  private static final int TRIES = 20;

  /** What Firefox would otherwise ask the world for, or ask its user. Nothing here touches HTTP. */
  private static final List<String> USER_JS =
      List.of(
          "app.normandy.enabled\", false",
          "app.update.enabled\", false",
          "app.update.auto\", false",
          "browser.aboutwelcome.enabled\", false",
          "browser.newtabpage.enabled\", false",
          "browser.safebrowsing.downloads.enabled\", false",
          "browser.safebrowsing.malware.enabled\", false",
          "browser.safebrowsing.phishing.enabled\", false",
          "browser.search.update\", false",
          "browser.shell.checkDefaultBrowser\", false",
          "browser.startup.homepage_override.mstone\", \"ignore\"",
          "datareporting.healthreport.uploadEnabled\", false",
          "datareporting.policy.dataSubmissionEnabled\", false",
          "dom.push.enabled\", false",
          "extensions.update.enabled\", false",
          "network.captive-portal-service.enabled\", false",
          "network.connectivity-service.enabled\", false",
          "network.dns.disablePrefetch\", true",
          "network.predictor.enabled\", false",
          "network.prefetch-next\", false",
          "network.proxy.type\", 0",
          "services.settings.server\", \"data:,\"",
          "toolkit.telemetry.enabled\", false");

  static Profile make(BrowserKind kind) {
    try {
      var profile = new Profile(Files.createTempDirectory("ssespec-browser-"));
      if (kind == BrowserKind.FIREFOX) {
        Files.write(
            profile.folder().resolve("user.js"),
            USER_JS.stream().map(line -> "user_pref(\"" + line + ");").toList());
      }
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the browser's profile", e);
    }
  }

  /** Removes it. A browser that is still dying may write once more, so several times. */
  void remove() {
    IOException last = null;
    for (int i = 0; i < TRIES && Files.exists(folder); i++) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(one);
        }
      } catch (IOException | UncheckedIOException e) {
        last = new IOException(e);
        Thread.onSpinWait();
      }
    }
    if (Files.exists(folder)) {
      System.getLogger(Profile.class.getName())
          .log(Level.WARNING, "The browser's profile stays behind in " + folder, last);
    }
  }
}
