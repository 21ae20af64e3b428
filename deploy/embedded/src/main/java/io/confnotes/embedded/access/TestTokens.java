package io.confnotes.embedded.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** An issuer of tokens, good ones and others. Thread-safe. */
public final class TestTokens {
  public static final String ISSUER = "https://issuer.example";
  public static final String AUDIENCE = "confnotes";
  public static final String SUBJECT = "ines";

  /** Test classes and what sets them up are loaded by different class loaders, but share this. */
  private static final String KEY_PROPERTY = "confnotes.test.token-key";

  private static final TestTokens KNOWN = new TestTokens(shared());
  private static final TestTokens UNKNOWN = new TestTokens(generated());

  private final PublicJsonWebKey key;

  private TestTokens(String jwk) {
    try {
      key = PublicJsonWebKey.Factory.newPublicJwk(jwk);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shared() {
    return (String) System.getProperties().computeIfAbsent(KEY_PROPERTY, property -> generated());
  }

  private static String generated() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256)
          .toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as a set of keys. */
  static String keySet() {
    return new JsonWebKeySet(KNOWN.key).toJson();
  }

  /** The public key that services under test are given, in a file of its own. */
  public static Path publicKey() {
    return file("key.pem", pem(KNOWN.key.getPublicKey()));
  }

  /** A list of withdrawn tokens, empty at first. */
  public static Path revoked() {
    return file("revoked.txt", "");
  }

  private static Path file(String name, String content) {
    try {
      Path file = Files.createTempFile("confnotes-test-", name);
      file.toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  /** One that is accepted. */
  public static String of(String scope) {
    return KNOWN.signed(claims(scope));
  }

  /** One that is accepted, as long as its id is not withdrawn. */
  public static String withId(String scope, String id) {
    JwtClaims claims = claims(scope);
    claims.setJwtId(id);
    return KNOWN.signed(claims);
  }

  /** One that names a scope where groups are named. */
  static String ofGroup(String scope) {
    JwtClaims claims = claims("nothing");
    claims.setStringListClaim("groups", scope);
    return KNOWN.signed(claims);
  }

  public static String expired(String scope) {
    JwtClaims claims = claims(scope);
    claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 3600));
    return KNOWN.signed(claims);
  }

  static String endless(String scope) {
    JwtClaims claims = claims(scope);
    claims.unsetClaim("exp");
    return KNOWN.signed(claims);
  }

  public static String ofUnknownKey(String scope) {
    return UNKNOWN.signed(claims(scope));
  }

  public static String ofOtherAudience(String scope) {
    JwtClaims claims = claims(scope);
    claims.setAudience("somebody-else");
    return KNOWN.signed(claims);
  }

  static String ofOtherIssuer(String scope) {
    JwtClaims claims = claims(scope);
    claims.setIssuer("https://other.example");
    return KNOWN.signed(claims);
  }

  public static String unsigned(String scope) {
    return encoded("{\"alg\":\"none\"}") + "." + encoded(claims(scope).toJson()) + ".";
  }

  /** Signed with the public key as if it were a shared secret. */
  static String signedWithPublicKey(String scope) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims(scope).toJson());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setKey(new HmacKey(pem(KNOWN.key.getPublicKey()).getBytes(StandardCharsets.UTF_8)));
    return serialized(token);
  }

  private static JwtClaims claims(String scope) {
    JwtClaims claims = new JwtClaims();
    claims.setSubject(SUBJECT);
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setStringClaim("scope", scope);
    claims.setStringListClaim("groups", "authors");
    return claims;
  }

  private String signed(JwtClaims claims) {
    return signed(claims, key, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  /** One that is accepted where the key is. */
  static String signedWith(PublicJsonWebKey key, String algorithm) {
    return signed(claims("submit"), key, algorithm);
  }

  private static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setKey(key.getPrivateKey());
    return serialized(token);
  }

  private static String serialized(JsonWebSignature token) {
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
