package io.confnotes.standalone.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class TokenCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void shouldMakeATokenThatItsPublicKeyVerifies() throws Exception {
    // Given
    assertThat(newKey()).isZero();
    assertThat(output.toString()).contains("CONFNOTES_ACCESS_KEYS=" + folder);
    output.getBuffer().setLength(0);

    // When
    assertThat(
            execute(
                "--key=" + folder.resolve("private-key.json"),
                "--subject=Ines Rowan",
                "--scope=submit curate",
                "--expires=30d",
                "--audience=confnotes"))
        .isZero();

    // Then
    String keys = Files.readString(folder.resolve("public-keys.json"));
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(
                new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
            .setRequireExpirationTime()
            .setRequireJwtId()
            .setExpectedAudience("confnotes")
            .build()
            .processToClaims(output.toString().strip());
    assertThat(claims.getSubject()).isEqualTo("Ines Rowan");
    assertThat(claims.getStringClaimValue("scope")).isEqualTo("submit curate");
    assertThat(Instant.ofEpochSecond(claims.getExpirationTime().getValue()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(30)));
    assertThat(errors.toString()).contains(claims.getJwtId());
  }

  @Test
  void shouldKeepThePrivateKeyForItsOwnerAndNeverReplaceIt() throws Exception {
    // Given
    newKey();
    Path key = folder.resolve("private-key.json");
    String before = Files.readString(key);

    // When
    int status = newKey();

    // Then
    assertThat(status).isNotZero();
    assertThat(Files.readString(key)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("public-keys.json"))).doesNotContain("\"d\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "0d", "never", "-1d", "367d", "999999h"})
  void shouldAskForAnEnd(String end) {
    // Given
    newKey();
    output.getBuffer().setLength(0);

    // When
    int status =
        execute(
            "--key=" + folder.resolve("private-key.json"),
            "--subject=ines",
            "--scope=submit",
            end.isEmpty() ? "--audience=x" : "--expires=" + end);

    // Then
    assertThat(status).isNotZero();
    assertThat(output.toString()).isEmpty();
    assertThat(errors.toString()).contains("--expires");
  }

  private int newKey() {
    return execute(new NewKeyCommand(), folder.toString());
  }

  private int execute(String... arguments) {
    return execute(new TokenCommand(), arguments);
  }

  private int execute(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
