package dev.ssespec.cli;

import dev.ssespec.cases.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which kit this is. */
final class KitVersion implements IVersionProvider {
  /** The kit's version, as the build wrote it down. */
  static String version() {
    try (InputStream in = KitVersion.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    Catalogue catalogue = Catalogue.whole();
    return new String[] {
      "ssespec " + version(), catalogue.cases().size() + " cases, " + catalogue.hash()
    };
  }
}
