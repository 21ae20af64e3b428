package io.confnotes.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.confnotes.embedded.Database;
import io.confnotes.query.Archive.Notes;
import io.confnotes.query.Archive.Paper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search puts first, on a corpus of invented talks. */
@QuarkusTest
@Tag("containers")
@QuarkusTestResource(value = RelevanceIT.Corpus.class, restrictToAnnotatedClass = true)
final class RelevanceIT {

  /** A talk of the corpus; its title is the first line, its speaker the second one. */
  private record Given(
      String language, int year, List<String> keyPoints, List<String> tags, String notes) {

    String line(int number) {
      return notes.lines().skip(number).findFirst().orElseThrow();
    }
  }

  private static Given talk(String language, int year, String notes) {
    return new Given(language, year, List.of(), List.of(), notes);
  }

  private static final List<Given> TALKS =
      List.of(
          talk("en", 2005, "Anchors\nIngrid Holm\nHolding ground, in short.\n"),
          talk("en", 2024, "Anchors and chains\nPavel Dorn\nTwelve ways to lose one.\n"),
          talk("en", 2023, "How to buy anchors\nIngrid Vale\nAnchors, anchors, anchors.\n"),
          new Given(
              "en",
              2010,
              List.of("An anchor is a promise"),
              List.of("mooring"),
              "Harbours at night\nLow Tide\nAn anchor is a promise, said the pilot.\n"),
          talk("en", 2022, "Rope work\nUma Reyes\nAnchor anchor anchor anchor anchor anchor.\n"),
          talk("en", 2021, "What Zoë Müller taught us\nPavel Dorn\nZoë Müller, again and again.\n"),
          talk("en", 2001, "Tides\nZoë Müller\nThey come and go.\n"),
          talk(
              "fr",
              2019,
              "Les phares éteints\nÉmile Roux\nNous réparions des systèmes répartis.\n"),
          talk("de", 2018, "Größere Häuser\nClara Voß\nÜber die Brücken der Städte.\n"),
          talk("ru", 2017, "Ёлки в порту\nИван Буров\nЯкоря и ещё якоря.\n"),
          talk("zh", 2016, "灯塔的维护入门\n王小明\n我们用Kubernetes集群监控灯塔，效果很好。黑猫\n"),
          talk("ja", 2015, "港のコンテナ運用\n山田花子\nサーバーの監視は難しい。\n"),
          talk("ko", 2014, "등대를 안전하게\n김민수\n컨테이너를 배에 싣는다.\n"));

  /** A database with the corpus. */
  public static final class Corpus implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Database database = QueryDatabase.migrated();
      try (Archive archive = new Archive(database)) {
        for (int i = 0; i < TALKS.size(); i++) {
          add(archive, i, TALKS.get(i));
        }
      }
      return Map.of(
          "confnotes.database.url", database.url(),
          "confnotes.database.username", database.reader(),
          "confnotes.database.password", database.readerPassword());
    }

    private static void add(Archive archive, int number, Given talk) {
      String first = talk.year() + "-01-01";
      UUID id = TestTalks.id(5000 + number);
      String speaker = talk.line(1);
      archive.add(
          new Paper(
              id,
              "Harbour Days " + talk.year(),
              "harbour-days-" + talk.year(),
              first,
              first,
              first,
              null,
              null,
              "2025-01-01T00:00:00Z",
              "Log:\n" + talk.notes()),
          new Notes(
              id,
              id,
              0,
              talk.line(0),
              talk.language(),
              talk.notes(),
              List.<String[]>of(
                  new String[] {speaker.toLowerCase(Locale.ROOT).replace(' ', '-'), speaker}),
              talk.tags(),
              talk.keyPoints()));
    }

    @Override
    public void stop() {}
  }

  private static JsonPath search(String words) {
    return given()
        .queryParam("q", words)
        .get("/api/v1/talks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # An exact title or a speaker's name, then titles, key points, notes; newer ones first among equals
          anchors                    | Anchors; How to buy anchors; Anchors and chains; Harbours at night; Rope work
          ANCHORS                    | Anchors; How to buy anchors
          "anchors"                  | Anchors; How to buy anchors
          anchors and chains         | Anchors and chains
          zoe muller                 | Tides; What Zoë Müller taught us
          Zoë Müller                 | Tides; What Zoë Müller taught us
          ingrid                     | Anchors; How to buy anchors
          ingrid holm                | Anchors
          pilot promise              | Harbours at night
          anchor -chain -rope        | Anchors; How to buy anchors; Harbours at night
          chains or phares           | Les phares éteints; Anchors and chains
          # With accents or without, in each talk's own language
          reparer systeme            | Les phares éteints
          réparti                    | Les phares éteints
          phares eteints             | Les phares éteints
          roux                       | Les phares éteints
          hauser                     | Größere Häuser
          grosse haus                | Größere Häuser
          uber brucke                | Größere Häuser
          voss                       | Größere Häuser
          speaker:"clara voss"       | Größere Häuser
          елки                       | Ёлки в порту
          якорь                      | Ёлки в порту
          # Parts of words that no space ends
          灯塔                         | 灯塔的维护入门
          维护入门                       | 灯塔的维护入门
          监控灯塔                       | 灯塔的维护入门
          kubernetes集群               | 灯塔的维护入门
          "kubernetes集群监控"           | 灯塔的维护入门
          "用kubernetes"              | 灯塔的维护入门
          kubernetes 灯塔              | 灯塔的维护入门
          王小明                        | 灯塔的维护入门
          猫                          | 灯塔的维护入门
          黑                          | 灯塔的维护入门
          コンテナ                       | 港のコンテナ運用
          コンテナ運用 サーバー               | 港のコンテナ運用
          監視                         | 港のコンテナ運用
          港                          | 港のコンテナ運用
          컨테이너                       | 등대를 안전하게
          등대                         | 등대를 안전하게
          灯塔 or コンテナ                 | 港のコンテナ運用; 灯塔的维护入门
          灯塔 -猫                      | ''
          塔灯                         | ''
          "集群kubernetes"             | ''
          护维                         | ''
          chain anchor rope          | ''
          """)
  void shouldPutFirst(String words, String titles) {
    // When
    List<String> found = search(words).getList("items.title");

    // Then
    List<String> expected = titles.isEmpty() ? List.of() : List.of(titles.split("; "));
    assertThat(found).startsWith(expected.toArray(String[]::new));
    assertThat(found.isEmpty()).isEqualTo(expected.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reparer systeme   | réparions; systèmes
          brucken           | Brücken
          voss              | Voß
          监控灯塔              | 监控灯塔
          维护                | 维护
          猫                 | 猫
          kubernetes集群      | Kubernetes; 集群
          サーバー              | サーバー
          컨테이너              | 컨테이너
          """)
  void shouldPointAtWhatWasFound(String words, String hits) {
    // When
    JsonPath page = search(words);

    // Then
    String text = page.getString("items[0].snippet.text");
    List<Integer> starts = page.getList("items[0].snippet.hits.start");
    List<Integer> ends = page.getList("items[0].snippet.hits.end");
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int start = text.offsetByCodePoints(0, starts.get(i));
      marked.add(text.substring(start, text.offsetByCodePoints(0, ends.get(i))));
    }
    assertThat(marked).contains(hits.split("; "));
  }

  @Test
  void shouldShowTextAsItIsInTheNotes() {
    assertThat(search("监控").getString("items[0].snippet.text"))
        .contains("我们用Kubernetes集群监控灯塔，效果很好。黑猫");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ancors                      | anchors
          anhcors                     | anchors
          Inrgid holm                 | ingrid holm
          zoe mulller                 | zoe muller
          harbors tag:mooring         | harbours tag:mooring
          phares eteintes -rope       | ''
          "harboors at night"         | "harbours at night"
          xylophonists                | ''
          anchors                     | ''
          """)
  void shouldCorrectWhatIsHardlyFound(String words, String corrected) {
    assertThat(search(words).getString("didYouMean"))
        .isEqualTo(corrected.isEmpty() ? null : corrected);
  }

  @Test
  void shouldLinkToTheCorrectedSearch() {
    given()
        .accept("text/html")
        .queryParam("q", "anhcors")
        .get("/talks")
        .then()
        .statusCode(200)
        .body(containsString("Did you mean <a href=\"/talks?q=anchors\">anchors</a>?"));
  }

  @Test
  void shouldSayHowManyThereAre() {
    assertThat(search("anchor").getMap("found")).isEqualTo(Map.of("count", 5, "exact", true));
    assertThat(search("").<Object>get("found")).isNull();
  }
}
