package io.confnotes.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what Strimzi keeps in Secrets, a Kafka client proves who it is, and knows the broker. */
class SecurityTest {
  private static final String PASSWORD = "of-a-test";
  private static final Path SETTINGS =
      Manifests.MODULE.resolve("components/strimzi/security.properties");

  @Test
  void shouldConnectWithTheFilesOfSecrets(@TempDir Path folder) throws Exception {
    // Given files as the volume has them, and a server that asks for certificates
    var broker = keyStore(folder, "localhost");
    var user = keyStore(folder, "ingest-service");
    write(folder, "cluster/ca.crt", certificate(broker));
    write(folder, "user/user.crt", certificate(user));
    write(folder, "user/user.key", pem("PRIVATE KEY", user.getKey("of", PASSWORD.toCharArray())));

    try (var server = server(broker, user)) {
      var seen = CompletableFuture.supplyAsync(() -> principal(server));
      var settings = settings(folder);
      settings.put("bootstrap.servers", "localhost:" + server.getLocalPort());

      // When
      var admin = Admin.create(settings);
      try {
        admin.describeCluster();

        // Then
        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("CN=ingest-service");
      } finally {
        admin.close(Duration.ZERO);
      }
    }
  }

  /** Those of the component, with the volume elsewhere. */
  private static Map<String, Object> settings(Path folder) throws IOException {
    var properties = new Properties();
    properties.load(
        new StringReader(
            Files.readString(SETTINGS).replace("/etc/confnotes/kafka", folder.toString())));
    var settings = new HashMap<String, Object>();
    properties.forEach((name, value) -> settings.put(name.toString(), value));
    settings.put("default.api.timeout.ms", (int) Duration.ofSeconds(30).toMillis());
    return settings;
  }

  private static String principal(SSLServerSocket server) {
    try (var socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
      return socket.getSession().getPeerPrincipal().getName();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static SSLServerSocket server(KeyStore own, KeyStore trusted)
      throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("user", trusted.getCertificate("of"));
    trust.init(certificates);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    server.setNeedClientAuth(true);
    server.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
    return server;
  }

  private static KeyStore keyStore(Path folder, String name) throws Exception {
    var file = folder.resolve(name + ".p12");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "of",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static void write(Path folder, String path, String content) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String certificate(KeyStore store) throws GeneralSecurityException {
    return pem("CERTIFICATE", store.getCertificate("of").getEncoded());
  }

  private static String pem(String type, Key key) {
    return pem(type, key.getEncoded());
  }

  private static String pem(String type, byte[] encoded) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(encoded), type);
  }
}
