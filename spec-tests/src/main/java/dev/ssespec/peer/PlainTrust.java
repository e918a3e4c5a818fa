package dev.ssespec.peer;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** What a client trusts, and the sockets that are made with it. */
public final class PlainTrust {
  private PlainTrust() {}

  /**
   * A context that trusts the certificate in the PEM file, and no other.
   *
   * @throws IOException if the file cannot be read
   */
  public static SSLContext of(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return context(trust.getTrustManagers());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot trust " + pem, e);
    }
  }

  private static SSLContext context(TrustManager[] trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust, null);
    return context;
  }

  /** Shakes hands over a connection to the URL. */
  static Socket secured(Socket raw, URI url, Optional<Path> caFile, boolean credulous)
      throws IOException {
    SSLContext context;
    try {
      context =
          credulous
              ? context(new TrustManager[] {new Everybody()})
              : caFile.isPresent() ? of(caFile.get()) : SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    var socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(raw, url.getHost(), url.getPort(), true);
    if (!credulous) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }

  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
