package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.confnotes.embedded.Database;
import io.confnotes.query.Archive.Notes;
import io.confnotes.query.Archive.Paper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which talks have to do with a talk, on a corpus of invented talks. */
@QuarkusTest
@Tag("containers")
@QuarkusTestResource(value = RelatedIT.Corpus.class, restrictToAnnotatedClass = true)
final class RelatedIT {

  /** So many have no more than the tag "boats" in common. */
  private static final int BOATS = 700;

  private static final int OF_ANCHORS = 1;

  /** A database with the corpus. */
  public static final class Corpus implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Database database = QueryDatabase.migrated();
      try (Archive archive = new Archive(database)) {
        add(archive, OF_ANCHORS, "Anchors", "ingrid", List.of("anchors", "boats", "chains"));
        add(archive, 9002, "Anchors and chains", "pavel", List.of("anchors", "chains"));
        add(archive, 9003, "Anchors again", "pavel", List.of("anchors"));
        add(archive, 9004, "Chains", "pavel", List.of("chains"));
        add(archive, 9005, "Links", "pavel", List.of("chains"));
        add(archive, 9006, "Ingrid on ropes", "ingrid", List.of("ropes"));
        add(archive, 9007, "Ingrid on boats", "ingrid", List.of("boats"));
        IntStream.range(100, 100 + BOATS)
            .forEach(i -> add(archive, i, "Boat " + i, "captain-" + i, List.of("boats")));
        add(archive, 9900, "Kites", "kim", List.of());
      }
      return Map.of(
          "confnotes.database.url", database.url(),
          "confnotes.database.username", database.reader(),
          "confnotes.database.password", database.readerPassword());
    }

    private static void add(
        Archive archive, int number, String title, String speaker, List<String> tags) {
      UUID id = TestTalks.id(number);
      archive.add(
          new Paper(
              id,
              "Harbour Days",
              "harbour-days",
              "2020",
              "2020-01-01",
              "2020-12-31",
              null,
              null,
              "2025-01-01T00:00:00Z",
              title),
          new Notes(
              id,
              id,
              0,
              title,
              "en",
              title,
              List.<String[]>of(new String[] {speaker, speaker}),
              tags,
              List.of()));
    }

    @Override
    public void stop() {}
  }

  private static JsonPath related(int number, int limit) {
    return given()
        .queryParam("limit", limit)
        .get("/api/v1/talks/" + TestTalks.id(number) + "/related")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void shouldPutFirstWhatSharesMostAndRarest() {
    // When
    JsonPath related = related(OF_ANCHORS, 7);

    // Then
    assertThat(related.getList("items.talk.title", String.class).subList(0, 6))
        .containsExactly(
            "Anchors and chains",
            "Anchors again",
            "Ingrid on boats",
            "Ingrid on ropes",
            "Chains",
            "Links");
    assertThat(related.getString("items[6].talk.title")).startsWith("Boat ");
    assertThat(related.getList("items.score", Double.class))
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @Test
  void shouldSayWhatIsSharedThatWhichCountsMostFirst() {
    // When
    JsonPath related = related(OF_ANCHORS, 3);

    // Then
    assertThat(related.getList("items[0].reasons.slug")).containsExactly("anchors", "chains");
    assertThat(related.getList("items[0].reasons.kind")).containsExactly("tag", "tag");
    assertThat(related.getList("items[2].reasons.slug")).containsExactly("ingrid", "boats");
    assertThat(related.getList("items[2].reasons.kind")).containsExactly("speaker", "tag");
  }

  @Test
  void shouldAnswerWithNoMoreThanIsAskedForHoweverManyShareATag() {
    assertThat(related(100, 50).getList("items.talk.id"))
        .hasSize(50)
        .doesNotHaveDuplicates()
        .doesNotContain(TestTalks.id(100).toString());
    assertThat(related(9900, 50).getList("items")).isEmpty();
  }
}
