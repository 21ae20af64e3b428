package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

@QuarkusTest
@QuarkusTestResource(QueryDatabase.class)
final class FeedIT {

  private static Element feed(String parameters) throws Exception {
    byte[] xml =
        given()
            .get("/api/v1/talks?format=atom" + parameters)
            .then()
            .statusCode(200)
            .contentType("application/atom+xml")
            .header("ETag", startsWith("\""))
            .extract()
            .asByteArray();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }

  private static List<String> texts(Element within, String name) {
    var nodes = within.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void shouldFeedTheNewestTalks() throws Exception {
    // When
    Element feed = feed("");

    // Then
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(texts(feed, "entry")).hasSize(50);
    assertThat(texts(feed, "id").get(1)).isEqualTo("urn:uuid:" + TestTalks.id(3000));
    assertThat(texts(feed, "title").getFirst()).isEqualTo("Talks");
    assertThat(texts(feed, "title")).contains("<script>alert(1)</script>");
  }

  @ParameterizedTest
  @CsvSource({
    "&tag=containers, 'Containers without tears'",
    "&speaker=jules-verne, 'Storage that survives 🐍'",
    "&event=systemes-2020, 'Les conteneurs expliqués'",
    "&q=conteneurs, 'Les conteneurs expliqués'"
  })
  void shouldFeedWhatIsAskedFor(String parameters, String title) throws Exception {
    // When
    Element feed = feed(parameters);
    List<String> ids = texts(feed, "id");

    // Then
    assertThat(texts(feed, "title").subList(1, 2)).containsExactly(title);
    assertThat(texts(feed, "entry")).hasSize(1);
    assertThat(ids.getFirst()).startsWith("urn:uuid:");
    assertThat(ids.getFirst()).isNotEqualTo(texts(feed("&tag=storage"), "id").getFirst());
    assertThat(texts(feed(parameters + "&limit=7"), "id")).isEqualTo(ids);
  }

  @Test
  void shouldFeedTheNewestOfASearchFirst() throws Exception {
    // Given words of an older talk's title and of a newer one's notes
    String query = "&q=tears or said";
    given()
        .queryParam("q", "tears or said")
        .get("/api/v1/talks")
        .then()
        .body("items[0].title", equalTo("Containers without tears"));

    // When
    Element feed = feed(query);

    // Then
    assertThat(texts(feed, "title").subList(1, 3))
        .containsExactly("<script>alert(1)</script>", "Containers without tears");
    assertThat(texts(feed, "id").subList(1, 3))
        .containsExactly("urn:uuid:" + TestTalks.SCRIPT, "urn:uuid:" + TestTalks.CONTAINERS);
    assertThat(texts(feed("&to=2030" + query), "id").getFirst())
        .isEqualTo(texts(feed(query + "&to=2030"), "id").getFirst())
        .isNotEqualTo(texts(feed, "id").getFirst());
  }

  @Test
  void shouldSayWhenATalkCameAndChanged() throws Exception {
    // When
    Element feed = feed("&tag=containers");

    // Then
    assertThat(texts(feed, "published")).containsExactly("2019-05-05T10:00:00Z");
    assertThat(texts(feed, "updated")).containsOnly("2019-05-09T10:00:00Z");
    assertThat(texts(feed, "name")).containsExactly("Mary Shelley");
    assertThat(texts(feed, "summary").getFirst())
        .startsWith("a container is a group of ordinary processes.");
  }

  @Test
  void shouldAnswerNotModifiedForTheSameFeed() {
    String tag = given().get("/api/v1/talks?format=atom").header("ETag");
    given().header("If-None-Match", tag).get("/api/v1/talks?format=atom").then().statusCode(304);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /api/v1/talks?format=atom",
    "/tags/containers, /api/v1/talks?tag=containers&amp;format=atom",
    "/events/gophercamp-2019, /api/v1/talks?event=gophercamp-2019&amp;format=atom",
    "/speakers/mary-shelley, /api/v1/talks?speaker=mary-shelley&amp;format=atom",
    "/talks?q=tears, /api/v1/talks?q=tears&amp;format=atom"
  })
  void shouldPointAtFeedsOnPages(String page, String feed) {
    given()
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString("type=\"application/atom+xml\""))
        .body(containsString("href=\"" + feed + "\""));
  }

  @Test
  void shouldTellOfATalkInTheWordsOfSchemaOrg() {
    // When
    JsonPath talk =
        given()
            .accept("application/ld+json")
            .get("/api/v1/talks/" + TestTalks.CONTAINERS)
            .then()
            .statusCode(200)
            .contentType("application/ld+json")
            .header("ETag", startsWith("\""))
            .extract()
            .jsonPath();

    // Then
    assertThat(talk.getString("'@context'")).isEqualTo("https://schema.org");
    assertThat(talk.getString("'@type'")).isEqualTo("Event");
    assertThat(talk.getString("name")).isEqualTo("Containers without tears");
    assertThat(talk.getString("startDate")).isEqualTo("2019-05-04");
    assertThat(talk.getString("superEvent.name")).isEqualTo("Gophercamp 2019");
    assertThat(talk.getList("performer.name")).containsExactly("Mary Shelley");
    assertThat(talk.getString("performer[0].affiliation.name")).isEqualTo("Villa Diodati");
    assertThat(talk.getList("keywords")).containsExactly("containers", "Linux kernel");
    assertThat(talk.getList("subjectOf.author.name")).containsExactly("Ada", "Bert");
  }

  @Test
  void shouldTellOfAnEventInTheWordsOfSchemaOrg() {
    given()
        .get("/api/v1/events/systemes-2020?format=jsonld")
        .then()
        .statusCode(200)
        .contentType("application/ld+json")
        .body("name", equalTo("Systèmes 2020"))
        .body("startDate", equalTo("2020-01-01"));
    given()
        .accept("application/json")
        .get("/api/v1/events/systemes-2020")
        .then()
        .body("slug", equalTo("systemes-2020"));
    given()
        .redirects()
        .follow(false)
        .get("/api/v1/talks/" + TestTalks.MERGED + "?format=jsonld")
        .then()
        .statusCode(301);
  }
}
