package io.confnotes.standalone.token;

import io.confnotes.standalone.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a token, alone on its line, so that it can be put into a variable. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a token for one who is to submit, curate, operate or read.",
      "Its id, by which it can be withdrawn before it ends (CONFNOTES_ACCESS_REVOKED), goes to"
          + " standard error."
    })
public final class TokenCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec command;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the private key, made with confnotes new-key FOLDER")
  private Path key = Path.of("");

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "NAME",
      description = "whose token it is")
  private String subject = "";

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPES",
      description = "what it allows: submit, curate, operate, read; several as \"submit curate\"")
  private String scope = "";

  @Option(
      names = "--expires",
      required = true,
      paramLabel = "TIME",
      converter = Lifetime.class,
      description = "when it ends: 30d, 12h or 15m from now; 366d at most")
  private Duration lifetime = Duration.ZERO;

  @Option(
      names = "--issuer",
      paramLabel = "NAME",
      description = "what services have as CONFNOTES_ACCESS_ISSUER, if they have")
  private @Nullable String issuer;

  @Option(
      names = "--audience",
      paramLabel = "NAME",
      description = "what services have as CONFNOTES_ACCESS_AUDIENCE, if they have")
  private @Nullable String audience;

  /** A number of days, hours or minutes. */
  static final class Lifetime implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})([dhm])");
    private static final Duration MOST = Duration.ofDays(366);

    @Override
    public Duration convert(String value) {
      Matcher form = FORM.matcher(value);
      Duration lifetime =
          form.matches()
              ? Duration.parse(
                  ("d".equals(form.group(2)) ? "P" : "PT") + form.group(1) + form.group(2))
              : Duration.ZERO;
      if (lifetime.isZero() || lifetime.compareTo(MOST) > 0) {
        throw new TypeConversionException("'" + value + "' is not a time such as 30d, 12h or 15m");
      }
      return lifetime;
    }
  }

  @Override
  public Integer call() {
    JwtClaims claims = claims(Instant.now());
    command.commandLine().getOut().println(signed(claims, KeyFiles.read(key)));
    command
        .commandLine()
        .getErr()
        .printf(
            "confnotes: token %s of %s ends %s%n",
            claims.getClaimValue("jti"), subject, Instant.now().plus(lifetime));
    return 0;
  }

  private JwtClaims claims(Instant now) {
    JwtClaims claims = new JwtClaims();
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setSubject(subject);
    claims.setStringClaim("scope", String.join(" ", scope.strip().split("[\\s,]+")));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
    if (issuer != null) {
      claims.setIssuer(issuer);
    }
    if (audience != null) {
      claims.setAudience(audience);
    }
    return claims;
  }

  private static String signed(JwtClaims claims, PublicJsonWebKey key) {
    JsonWebSignature token = new JsonWebSignature();
    token.setHeader("typ", "at+jwt");
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    token.setKey(key.getPrivateKey());
    token.setPayload(claims.toJson());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new Refusal("The key cannot sign a token: " + e.getMessage(), e);
    }
  }
}
