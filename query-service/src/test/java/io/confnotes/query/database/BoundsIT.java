package io.confnotes.query.database;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.confnotes.query.QueryDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that cannot go on: somebody has locked a table. */
@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
@TestProfile(BoundsIT.Impatient.class)
final class BoundsIT {

  /** One connection, and little time. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.max-size", "1",
          "quarkus.datasource.jdbc.acquisition-timeout", "0.2S",
          "quarkus.datasource.jdbc.additional-jdbc-properties.options",
              "-c statement_timeout=2s -c default_transaction_read_only=on");
    }
  }

  @ConfigProperty(name = "confnotes.database.url")
  @SuppressWarnings("NullAway.Init")
  String url;

  @ConfigProperty(name = "test.owner")
  @SuppressWarnings("NullAway.Init")
  String owner;

  @ConfigProperty(name = "test.owner-password")
  @SuppressWarnings("NullAway.Init")
  String password;

  @SuppressWarnings("NullAway.Init")
  private Handle handle;

  @BeforeEach
  void lock() {
    handle = Jdbi.open(url, owner, password);
    handle.begin();
    handle.execute("LOCK TABLE derived.name_count IN ACCESS EXCLUSIVE MODE");
  }

  @AfterEach
  void unlock() {
    handle.rollback();
    handle.close();
  }

  private static Response tags() {
    return given().get("/api/v1/tags");
  }

  private void awaitQuery() {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      boolean waits =
          handle
              .createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
              .mapTo(boolean.class)
              .one();
      if (waits) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no query waits for the lock");
  }

  @Test
  void shouldStopAQueryThatTakesTooLong() {
    // When
    Response answer = tags();

    // Then
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:confnotes:problem:timed-out"));
  }

  @Test
  void shouldRefuseWhatFindsNoFreeConnection() throws Exception {
    // Given
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(BoundsIT::tags);
    awaitQuery();

    // When
    Response answer = tags();

    // Then
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:confnotes:problem:busy"));
    assertThat(first.get(20, SECONDS).statusCode()).isEqualTo(503);
  }

  @Test
  void shouldAnswerAgainWhenTheTableIsFree() {
    // Given
    assertThat(tags().statusCode()).isEqualTo(503);

    // When
    handle.rollback();
    handle.begin();

    // Then
    assertThat(tags().statusCode()).isEqualTo(200);
  }
}
