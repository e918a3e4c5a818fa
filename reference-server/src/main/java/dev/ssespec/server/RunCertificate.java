package dev.ssespec.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for 127.0.0.1 that is its own authority, made for one run and thrown away with it.
 * The JDK's keytool makes it.
 */
final class RunCertificate implements AutoCloseable {
  private static final String PASSWORD = "made-for-one-run";
  private static final String ALIAS = "ssespec";

  private final Path folder;
  private final KeyStore keys;

  RunCertificate() {
    try {
      folder = Files.createTempDirectory("ssespec-certificate");
      Path store = folder.resolve("keys.p12");
      runKeytool(store);
      keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      Files.writeString(pem(), inPem(keys.getCertificate(ALIAS).getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate for this run", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a certificate for this run", e);
    }
  }

  private static String inPem(byte[] certificate) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
  }

  private static void runKeytool(Path store) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost",
                "-ext",
                "BasicConstraints:critical=ca:true",
                "-validity",
                "3",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool exited with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  KeyStore keys() {
    return keys;
  }

  String password() {
    return PASSWORD;
  }

  /** The certificate alone, for those who are to trust it. */
  Path pem() {
    return folder.resolve("ca.pem");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(pem());
      Files.deleteIfExists(folder.resolve("keys.p12"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the certificate of this run", e);
    }
  }
}
