package io.confnotes.embedded.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Keys of all kinds, in all forms in which a service can be given them: files, and an address that
 * answers with a key set. Close it when done.
 */
public final class TestKeys implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private final Map<String, PublicJsonWebKey> keys;
  private volatile String served;

  /** Makes the keys and starts the server. */
  public TestKeys() throws IOException, JoseException {
    keys =
        Map.of(
            "RS256", RsaJwkGenerator.generateJwk(2048),
            "ES256", EcJwkGenerator.generateJwk(EllipticCurves.P256),
            "EdDSA", OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));
    keys.forEach((algorithm, key) -> key.setKeyId("key for " + algorithm));
    served = set();
    folder = Files.createTempDirectory("confnotes-test-keys-");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          byte[] body = served.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private String set() {
    return new JsonWebKeySet(List.copyOf(keys.values())).toJson();
  }

  /**
   * Keys that are to be accepted.
   *
   * @param form what they are, for messages
   * @param keys what the service is given
   * @param token what one of them has signed
   */
  public record Accepted(String form, String keys, String token) {}

  /** Each algorithm in each form. */
  public List<Accepted> accepted() throws IOException {
    List<Accepted> accepted = new ArrayList<>();
    Path set = file("set.json", set());
    for (Map.Entry<String, PublicJsonWebKey> entry : keys.entrySet()) {
      String algorithm = entry.getKey();
      PublicJsonWebKey key = entry.getValue();
      String token = TestTokens.signedWith(key, algorithm);
      Path pem = file(algorithm + ".pem", TestTokens.pem(key.getPublicKey()));
      Path jwk = file(algorithm + ".json", key.toJson());
      accepted.add(new Accepted(algorithm + " as PEM", pem.toString(), token));
      accepted.add(new Accepted(algorithm + " as JWK", jwk.toString(), token));
      accepted.add(new Accepted(algorithm + " as JWKS", set.toString(), token));
      accepted.add(new Accepted(algorithm + " at an address", address(), token));
    }
    return accepted;
  }

  /** Where a key set is. */
  public String address() {
    return "http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort());
  }

  /** Adds a key to the set at the address; answers with a token that it has signed. */
  public String rotate() throws JoseException {
    PublicJsonWebKey added = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    added.setKeyId("added");
    List<PublicJsonWebKey> all = new ArrayList<>(keys.values());
    all.add(added);
    served = new JsonWebKeySet(List.copyOf(all)).toJson();
    return TestTokens.signedWith(added, "ES256");
  }

  /** Files that no service may start with, by what is wrong with them. */
  public Map<String, Path> refused() throws IOException, JoseException {
    PublicJsonWebKey p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
    PublicJsonWebKey pss = RsaJwkGenerator.generateJwk(2048);
    pss.setAlgorithm("PS256");
    return Map.of(
        "another curve as PEM", file("p384.pem", TestTokens.pem(p384.getPublicKey())),
        "another curve as JWK", file("p384.json", p384.toJson()),
        "another algorithm", file("pss.json", pss.toJson()),
        "a short key", file("short.json", RsaJwkGenerator.generateJwk(1024).toJson()),
        "a shared secret",
            file(
                "secret.json",
                OctJwkGenerator.generateJwk(256).toJson(OutputControlLevel.INCLUDE_SYMMETRIC)),
        "a private key",
            file("private.json", keyFor("ES256").toJson(OutputControlLevel.INCLUDE_PRIVATE)),
        "an empty set", file("empty.json", "{\"keys\": []}"),
        "something else", file("notes.txt", "A jar is enough."),
        "nothing", folder.resolve("absent.json"));
  }

  private PublicJsonWebKey keyFor(String algorithm) {
    PublicJsonWebKey key = keys.get(algorithm);
    if (key == null) {
      throw new IllegalArgumentException(algorithm);
    }
    return key;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
