package io.confnotes.query.database;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Ready where queries can be answered: the database answers, and its schema is new enough. */
@Readiness
@Singleton
public final class SchemaReadiness implements HealthCheck {

  /** The newest migration that made what this build reads. */
  static final int NEEDED_SCHEMA = 14;

  private static final String MIGRATE = "run 'summary-service migrate'";

  private final Database database;
  private final String version;

  SchemaReadiness(
      Database database, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.version = version;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      int schema = database.read(SchemaReadiness::schema);
      return schema < NEEDED_SCHEMA
          ? behind(schema)
          : response().up().withData("schema", schema).build();
    } catch (ConnectionException e) {
      return down("the database does not answer", "check that it runs, and confnotes.database.*");
    } catch (JdbiException e) {
      return isRefusal(e)
          ? down("the database refuses to be read", MIGRATE + ", which also grants the rights")
          : down("the database broke off", "wait; if it lasts, check that PostgreSQL runs");
    }
  }

  /** Whether something is missing or forbidden: SQLSTATE class 42. */
  private static boolean isRefusal(JdbiException failure) {
    return failure.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith("42");
  }

  /** The version of the schema, 0 where there is none. */
  private static int schema(Handle handle) {
    boolean exists =
        handle
            .createQuery("SELECT to_regclass('api.schema_version') IS NOT NULL")
            .mapTo(Boolean.class)
            .one();
    return exists ? migrated(handle) : 0;
  }

  private static int migrated(Handle handle) {
    return handle
        .createQuery("SELECT coalesce(max(version), 0) FROM api.schema_version")
        .mapTo(Integer.class)
        .one();
  }

  private HealthCheckResponse behind(int schema) {
    String problem =
        schema == 0
            ? "the database is empty"
            : "the schema has version %d, this build needs %d".formatted(schema, NEEDED_SCHEMA);
    return down(problem, MIGRATE);
  }

  private HealthCheckResponse down(String problem, String todo) {
    return response().down().withData("problem", problem).withData("todo", todo).build();
  }

  private HealthCheckResponseBuilder response() {
    return HealthCheckResponse.named("database").withData("version", version);
  }
}
