package io.confnotes.summary.access;

import io.confnotes.summary.SummaryConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jspecify.annotations.Nullable;

/**
 * What a token must be like: signed with one of the operator's keys, by an algorithm for public
 * keys that fits the key (never {@code none} or a shared secret), with a subject, the time it was
 * issued and an end.
 */
@Singleton
final class TokenRules {
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      EnumSet.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA);

  private static final int LEAST_RSA_BITS = 2048;
  private static final int CLOCK_SKEW_SECONDS = 30;

  /** How often a key that is not in the set may have the set fetched again. */
  private static final int REFRESH_MINUTES = 1;

  /** How long keys stay in use, time and again, where they cannot be fetched again */
  private static final int RETAIN_MINUTES = 10;

  /** A service that could check no token does not start. */
  void read(@Observes StartupEvent event, JWTAuthContextInfo rules, RevokedTokens revoked) {}

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  JWTAuthContextInfo rules(SummaryConfig config) {
    return rules(config.access());
  }

  /**
   * The rules that are configured. Keys in a file are checked here; those of a URL are fetched when
   * a token needs them.
   *
   * @throws ConfigurationException if keys cannot be read, or one is not supported
   */
  static JWTAuthContextInfo rules(SummaryConfig.Access access) {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setSignatureAlgorithm(ALGORITHMS);
    rules.setClockSkew(CLOCK_SKEW_SECONDS);
    rules.setForcedJwksRefreshInterval(REFRESH_MINUTES);
    rules.setJwksRetainCacheOnErrorDuration(RETAIN_MINUTES);
    Set<String> required = new LinkedHashSet<>(Set.of("sub", "iat", "exp"));
    // What has no id could not be withdrawn
    access.revoked().ifPresent(file -> required.add("jti"));
    rules.setRequiredClaims(required);
    access.issuer().ifPresent(rules::setIssuedBy);
    access.audience().ifPresent(audience -> rules.setExpectedAudience(Set.of(audience)));
    access.keys().ifPresent(keys -> setKeys(rules, keys));
    return rules;
  }

  private static void setKeys(JWTAuthContextInfo rules, String keys) {
    if (keys.startsWith("https:") || keys.startsWith("http:")) {
      rules.setPublicKeyLocation(keys);
      return;
    }
    String content = content(Path.of(keys));
    if (content.contains("-----BEGIN")) {
      setPem(rules, keys, content);
    } else {
      requireSupported(keys, content);
      rules.setPublicKeyContent(content);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw refused(file.toString(), "cannot be read (%s)".formatted(e));
    }
  }

  /** A PEM says nothing of the algorithm: it is the one that the key is for. */
  private static void setPem(JWTAuthContextInfo rules, String file, String pem) {
    for (SignatureAlgorithm algorithm : ALGORITHMS) {
      try {
        PublicKey key = KeyUtils.decodePublicKey(pem, algorithm);
        if (algorithm(key).equals(Optional.of(algorithm))) {
          rules.setPublicVerificationKey(key);
          rules.setSignatureAlgorithm(Set.of(algorithm));
          return;
        }
      } catch (GeneralSecurityException e) {
        // It is a key of another kind
      }
    }
    throw unsupported(file, "The key is another one.");
  }

  private static void requireSupported(String file, String jwks) {
    @Nullable List<JsonWebKey> keys = KeyUtils.loadJsonWebKeys(jwks);
    if (keys == null || keys.isEmpty()) {
      throw unsupported(file, "There is no key.");
    }
    for (JsonWebKey key : keys) {
      if (key instanceof PublicJsonWebKey pair && pair.getPrivateKey() != null) {
        throw refused(file, "has a private key, which only the issuer of tokens may have");
      }
      if (!Use.ENCRYPTION.equals(key.getUse()) && !isSupported(key)) {
        throw unsupported(file, "The key '%s' is another one.".formatted(key.getKeyId()));
      }
    }
  }

  private static boolean isSupported(JsonWebKey key) {
    return algorithm(key.getKey())
        .map(SignatureAlgorithm::getAlgorithm)
        .filter(name -> key.getAlgorithm() == null || key.getAlgorithm().equals(name))
        .isPresent();
  }

  private static Optional<SignatureAlgorithm> algorithm(Key key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() >= LEAST_RSA_BITS ->
          Optional.of(SignatureAlgorithm.RS256);
      case ECPublicKey ec when ec.getParams().getCurve().equals(EllipticCurves.P256.getCurve()) ->
          Optional.of(SignatureAlgorithm.ES256);
      case EdECPublicKey _ -> Optional.of(SignatureAlgorithm.EDDSA);
      default -> Optional.empty();
    };
  }

  private static ConfigurationException unsupported(String file, String detail) {
    return refused(
        file,
        "has to have public keys for RS256 (RSA, from 2048 bits), ES256 (P-256) or EdDSA"
            + " (Ed25519, Ed448), as PEM, JWK or JWKS. "
            + detail);
  }

  /** Without a cause, which would be shown instead. */
  private static ConfigurationException refused(String file, String why) {
    return new ConfigurationException("CONFNOTES_ACCESS_KEYS: %s %s".formatted(file, why));
  }
}
