package io.confnotes.query.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.query.QueryDatabase;
import io.confnotes.query.database.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@QuarkusTestResource(QueryDatabase.class)
final class EstimateIT {

  @Inject Database database;

  @Test
  void shouldReadWhatThePlannerThinks() {
    // Given
    Map<String, String> conditions = Map.of("every", "true", "tagged", "n.names && '{tag:none}'");

    // When
    Map<String, Double> notes =
        database.read(
            handle ->
                Estimate.read(
                    handle.createQuery(Estimate.sql(conditions)).mapTo(String.class).one()));

    // Then
    assertThat(notes).containsOnlyKeys("every", "tagged");
    assertThat(notes.get("tagged")).isPositive().isLessThan(notes.get("every"));
  }
}
