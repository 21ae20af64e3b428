package io.confnotes.query.access;

import io.confnotes.query.QueryConfig;
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
import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a token must be like: signed with one of the operator's keys, by an algorithm for public
 * keys that fits the key (never {@code none} or a shared secret), with a subject and an end.
 */
@Singleton
final class TokenRules {
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA);

  private static final int CLOCK_SKEW_SECONDS = 30;

  /** A service that could check no token does not start. */
  void read(@Observes StartupEvent event, JWTAuthContextInfo rules, RevokedTokens revoked) {}

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  JWTAuthContextInfo rules(QueryConfig config) {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setSignatureAlgorithm(ALGORITHMS);
    rules.setClockSkew(CLOCK_SKEW_SECONDS);
    Set<String> required = new LinkedHashSet<>(Set.of("sub", "exp"));
    // What has no id could not be withdrawn
    config.access().revoked().ifPresent(file -> required.add("jti"));
    rules.setRequiredClaims(required);
    config.access().issuer().ifPresent(rules::setIssuedBy);
    config.access().audience().ifPresent(audience -> rules.setExpectedAudience(Set.of(audience)));
    config.access().keys().ifPresent(keys -> setKeys(rules, keys));
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
      rules.setPublicKeyContent(content);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // Without its cause, which would be shown instead
      throw new ConfigurationException(
          "CONFNOTES_ACCESS_KEYS: %s cannot be read (%s)".formatted(file, e));
    }
  }

  /** A PEM says nothing of the algorithm: it is the one that the key is for. */
  private static void setPem(JWTAuthContextInfo rules, String file, String pem) {
    for (SignatureAlgorithm algorithm : ALGORITHMS) {
      try {
        PublicKey key = KeyUtils.decodePublicKey(pem, algorithm);
        rules.setPublicVerificationKey(key);
        rules.setSignatureAlgorithm(Set.of(algorithm));
        return;
      } catch (GeneralSecurityException e) {
        // It is a key of another kind
      }
    }
    throw new ConfigurationException(
        "CONFNOTES_ACCESS_KEYS: %s has no public key for RS256, ES256 or EdDSA".formatted(file));
  }
}
