package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A server that gives one answer over TLS, with a certificate of its own making. */
final class TlsServer implements AutoCloseable {
  private static final char[] PASSWORD = "password".toCharArray();

  private final SSLContext context;
  private final SSLServerSocket socket;

  /**
   * @param name what the certificate is made out to, as in {@code ip:127.0.0.1}
   */
  TlsServer(Path directory, String name, String answer)
      throws IOException, GeneralSecurityException, InterruptedException {
    this.context = context(directory, name);
    this.socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    new Thread(() -> serve(answer), "tls-server").start();
  }

  /** Trusts the certificate. */
  SSLContext context() {
    return context;
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  private void serve(String answer) {
    while (!socket.isClosed()) {
      try (SSLSocket peer = (SSLSocket) socket.accept()) {
        StringBuilder request = new StringBuilder();
        InputStream in = peer.getInputStream();
        while (request.indexOf("\r\n\r\n") < 0) {
          int b = in.read();
          if (b < 0) {
            throw new EOFException();
          }
          request.append((char) b);
        }
        peer.getOutputStream().write(answer.getBytes(ISO_8859_1));
      } catch (IOException e) {
        // The peer did not like the certificate, or the test is over.
      }
    }
  }

  private static SSLContext context(Path directory, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "a",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=" + name,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "password",
                    "-keystore",
                    store.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
