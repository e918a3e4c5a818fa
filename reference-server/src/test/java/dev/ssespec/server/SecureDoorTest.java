package dev.ssespec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

final class SecureDoorTest {
  private static final Script STREAM = Script.eventStream().body("data: a\n\n").end();

  private static HttpClient trusting(Path pem) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static HttpResponse<String> get(HttpClient client, Stage stage, boolean httpTwo)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(stage.secureUrl(httpTwo)).build(), BodyHandlers.ofString());
  }

  @Test
  void both_ports_play_the_script_each_in_its_version_of_http() throws Exception {
    try (Origin origin = Origin.start();
        Stage stage = origin.stage(Program.of(STREAM, STREAM))) {
      HttpClient client = trusting(origin.certificate());
      HttpResponse<String> one = get(client, stage, false);
      assertThat(one.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(one.body()).isEqualTo("data: a\n\n");
      HttpResponse<String> two = get(client, stage, true);
      assertThat(two.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(two.body()).isEqualTo("data: a\n\n");
      assertThat(two.headers().firstValue("content-type")).contains("text/event-stream");
    }
  }

  @Test
  void a_reset_breaks_the_response_off_on_both() throws Exception {
    Script reset = Script.eventStream().body("data: a\n\n").reset();
    try (Origin origin = Origin.start();
        Stage stage = origin.stage(new Program(Map.of("", Route.always(reset))))) {
      HttpClient client = trusting(origin.certificate());
      assertThatThrownBy(() -> get(client, stage, false)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> get(client, stage, true)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nobody_trusts_the_certificate_by_chance_and_it_is_gone_with_the_origin() {
    Path certificate;
    try (Origin origin = Origin.start();
        Stage stage = origin.stage(Program.of(STREAM))) {
      certificate = origin.certificate();
      assertThatThrownBy(() -> get(HttpClient.newHttpClient(), stage, true))
          .isInstanceOf(SSLException.class);
      assertThat(stage.records()).isEmpty();
    }
    assertThat(certificate).doesNotExist();
  }
}
